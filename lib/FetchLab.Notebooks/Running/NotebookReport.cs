using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>How a notebook's run went.</summary>
/// <param name="Name">The notebook's file name.</param>
/// <param name="Notebook">The notebook with its new outputs.</param>
/// <param name="Cells">How many code cells it has.</param>
/// <param name="CellsDone">How many of them ran to their end.</param>
/// <param name="Elapsed">The time it took, its process's start included.</param>
/// <param name="Failure">The cell that failed; null where all ran.</param>
public sealed record NotebookReport(
    string Name, Notebook Notebook, int Cells, int CellsDone, TimeSpan Elapsed, CellFailure? Failure)
{
    /// <summary>The cells that were left out, because a language was missing.</summary>
    public IReadOnlyList<SkippedCell> Skipped { get; init; } = [];

    /// <summary>What was left out, such as <c>3 cells skipped: python missing</c>; null where nothing was.</summary>
    public string? Omission => Skipped.Count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{Skipped.Count} cell{(Skipped.Count == 1 ? "" : "s")} skipped: {string.Join(" and ", Skipped.Select(cell => cell.Language).Distinct(StringComparer.OrdinalIgnoreCase))} missing");

    /// <summary>The one result that the notebook proves: the last output of its cell tagged <c>result</c>.</summary>
    public string? Result => Failure is not null ? null : Notebook.CodeCells
        .LastOrDefault(cell => cell.Tags.Contains(NotebookRunner.ResultTag))?.Outputs
        .Select(output => NotebookText.Join(output["data"]?[MimeTypes.Plain]).Trim())
        .LastOrDefault(text => text.Length > 0);
}

/// <summary>The cell at which a notebook's run stopped.</summary>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Cell">The cell, with what it had put out so far and its error.</param>
public sealed record CellFailure(int Number, NotebookCell Cell)
{
    /// <summary>Everything but its errors that the cell had put out, as text.</summary>
    public string Output => string.Concat(Cell.Outputs.Select(output => output["output_type"]?.ToString() switch
    {
        "stream" => NotebookText.Join(output["text"]),
        "error" => "",
        _ => NotebookText.Join(output["data"]?[MimeTypes.Plain]) + "\n",
    }));

    /// <summary>The error with its place in the cell.</summary>
    public string Error => string.Join('\n', Cell.Outputs
        .Where(output => output["output_type"]?.ToString() == "error")
        .Select(output => string.Join('\n', output["traceback"]!.AsArray().Select(line => line?.ToString()))));
}
