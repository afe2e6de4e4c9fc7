namespace FetchLab.Cli;

/// <summary>What to run, and where to write it.</summary>
/// <param name="Notebooks">Files, folders or patterns such as <c>notebooks/03*.ipynb</c>.</param>
/// <param name="Parameters">Other values for the notebooks' parameters, by name.</param>
/// <param name="Out">The folder of the executed notebooks and the page.</param>
/// <param name="CellTimeout">How long a cell may take.</param>
/// <param name="Required">The languages without which the run fails, instead of skipping the cells that are tagged to require them.</param>
internal sealed record RunOptions(
    IReadOnlyList<string> Notebooks, IReadOnlyDictionary<string, string> Parameters, string Out, TimeSpan CellTimeout,
    IReadOnlySet<string> Required)
{
    public static RunOptions Default { get; } =
        new(["notebooks"], new Dictionary<string, string>(), Path.Combine("artifacts", "course"), TimeSpan.FromMinutes(5), new HashSet<string>());
}
