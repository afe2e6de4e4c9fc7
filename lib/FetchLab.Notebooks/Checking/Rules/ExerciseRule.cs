using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>
/// An exercise has two code cells, and no other between them: a start (tagged <c>exercise</c>), and the check of the reader's answer
/// (<c>check</c>). Before the next code comes a solution (<c>solution</c>), folded away in Markdown, that passes the same check.
/// </summary>
internal sealed partial class ExerciseRule : INotebookRule
{
    private const string Exercise = "exercise";
    private const string Judge = "check";
    private const string Solution = "solution";

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var code = notebook.Cells.Where(cell => cell.IsCode || Is(cell, Solution)).ToList();
        return code.Index().SelectMany(one => Follow(notebook, one.Item, [.. code.Skip(one.Index + 1).Take(2)], one.Index == 0 ? null : code[one.Index - 1]));
    }

    private static IEnumerable<Finding> Follow(CheckedNotebook notebook, NotebookCell cell, NotebookCell[] next, NotebookCell? before)
    {
        if (Is(cell, Exercise) && (next is not [var check, var solution] || !Is(check, Judge) || !Is(solution, Solution)))
            yield return notebook.At(cell, "its check and its solution do not follow", "put a cell tagged 'check' and one tagged 'solution' behind it");
        if (Is(cell, Judge) && !Is(before, Exercise))
            yield return notebook.At(cell, "it checks no exercise", "put it behind a cell tagged 'exercise'");
        if (!Is(cell, Solution))
            yield break;
        if (!Is(before, Judge))
            yield return notebook.At(cell, "it solves no exercise", "put it behind a cell tagged 'check'");
        else if (!Checks(before!).IsSubsetOf(Checks(cell)))
            yield return notebook.At(cell, $"it does not pass through {string.Join(" and ", Checks(before!))}", "end it with the check of its exercise");
        if (cell.FoldedCode is null)
            yield return notebook.At(cell, "the solution is not folded away", "put it into a Markdown cell, in <details> with a <summary> and a fence of csharp");
    }

    private static bool Is(NotebookCell? cell, string tag) => cell is not null && cell.Tags.Contains(tag);

    private static HashSet<string> Checks(NotebookCell cell) => [.. CheckCall().Matches(cell.Source).Select(call => call.Value)];

    [GeneratedRegex(@"\bCheck\.\w+")]
    private static partial Regex CheckCall();
}
