namespace FetchLab.Notebooks;

/// <summary>No output and no execution count: the executed edition is built, not kept.</summary>
internal sealed class OutputRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook) => notebook.CodeCells
        .Where(cell => cell.Outputs.Any() || cell.Json["execution_count"] is not null)
        .Select(cell => notebook.At(cell, "it holds an output or an execution count", "run fetchlab strip"));
}
