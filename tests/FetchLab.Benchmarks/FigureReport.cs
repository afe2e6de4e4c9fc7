using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FetchLab.Benchmarks;

/// <summary>Prints figures, as a table or as JSON, and says by its exit code whether all met their targets.</summary>
internal static class FigureReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Print(IReadOnlyList<Figure> figures, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(figures.Select(figure => figure.ToJson()), Indented));
        else
            AnsiConsole.Write(ToTable(figures));
        return figures.All(figure => figure.Met) ? 0 : 1;
    }

    private static Table ToTable(IEnumerable<Figure> figures)
    {
        var table = new Table().AddColumns("figure", "seen", "must");
        foreach (var figure in figures)
            table.AddRow(
                Markup.Escape(figure.Name),
                string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.###} {figure.Unit}") + (figure.Met ? "" : " [red]missed[/]"),
                figure.Target?.ToString() ?? "–");
        return table;
    }
}
