using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FetchLab.Cli;

/// <summary>A progress column with the cells done, such as <c>3/12 cells</c>.</summary>
internal sealed class CellsColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0} cells"));
}
