using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The solutions of a lesson's exercises, after a run.</summary>
internal static class Solutions
{
    /// <summary>Those that their own check did not find right: the cell's id, and what it showed.</summary>
    public static IEnumerable<string> Wrong(Notebook executed) => executed.CodeCells
        .Where(Is)
        .Select(cell => (cell.Id, Shown: Shown(cell)))
        .Where(solution => !solution.Shown.StartsWith('✓'))
        .Select(solution => $"{solution.Id}: {solution.Shown}");

    /// <summary>Whether a cell has the solution of an exercise.</summary>
    public static bool Is(NotebookCell cell) => cell.Tags.Contains("solution");

    /// <summary>Writes the lessons with each solution as a cell that is run, where a reader would try it.</summary>
    /// <returns>How many solutions there are.</returns>
    public static int WriteAsCode(string folder)
    {
        Directory.CreateDirectory(folder);
        var lab = File.ReadAllText(Path.Combine(Repository.Notebooks, "lab.csx"));
        File.WriteAllText(Path.Combine(folder, "lab.csx"), lab.Replace("../artifacts/", Repository.Root + "/artifacts/", StringComparison.Ordinal));
        var count = 0;
        foreach (var name in Repository.Lessons)
        {
            var lesson = NotebookFile.Read(Path.Combine(Repository.Notebooks, name));
            foreach (var solution in lesson.Cells.Where(Is).ToList())
            {
                lesson.Insert(lesson.Cells.ToList().IndexOf(solution) + 1, NotebookCell.Code(solution.FoldedCode!, solution.Id + "-run", "solution"));
                count++;
            }

            NotebookFile.Write(lesson, Path.Combine(folder, name));
        }

        return count;
    }

    // The check's verdict is the last thing that the cell shows.
    private static string Shown(NotebookCell cell) => cell.Outputs.LastOrDefault() is { } last
        ? string.Concat(((last["data"]?["text/plain"] ?? last["text"]) as JsonArray ?? []).Select(line => line!.ToString()))
        : "";
}
