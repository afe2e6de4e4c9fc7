using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The solutions of a lesson's exercises, after a run.</summary>
internal static class Solutions
{
    /// <summary>Those that their own check did not find right: the cell's id, and what it showed.</summary>
    public static IEnumerable<string> Wrong(Notebook executed) => executed.CodeCells
        .Where(cell => cell.Tags.Contains("solution"))
        .Select(cell => (cell.Id, Shown: Shown(cell)))
        .Where(solution => !solution.Shown.StartsWith('✓'))
        .Select(solution => $"{solution.Id}: {solution.Shown}");

    // The check's verdict is the last thing that the cell shows.
    private static string Shown(NotebookCell cell) => cell.Outputs.LastOrDefault() is { } last
        ? string.Concat(((last["data"]?["text/plain"] ?? last["text"]) as JsonArray ?? []).Select(line => line!.ToString()))
        : "";
}
