using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>All lessons with the least that they can do, run once for all tests.</summary>
public sealed class SmallestLessons : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    internal Command Run { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Run = await RunAsync(1, _folder);

    public Notebook Executed(string name) => NotebookFile.Read(Path.Combine(_folder, name));

    /// <summary>Runs all lessons with 10 pages that are held for 5 ms.</summary>
    internal static Task<Command> RunAsync(int workers, string folder, string lessons = "notebooks") => Command.FetchLabAsync(
        Repository.Root, "run", lessons, "--out", folder, "-p", $"workers={workers}", "-p", "pages=10", "-p", "latency=5");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
