using FetchLab.Notebooks;

[assembly: AssemblyFixture(typeof(FetchLab.Course.Tests.LessonsFixture))]

namespace FetchLab.Course.Tests;

/// <summary>All lessons, run once for all tests, with few pages.</summary>
public sealed class LessonsFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    public string Page => Path.Combine(_folder, "index.html");

    public async ValueTask InitializeAsync()
    {
        var run = await Command.FetchLabAsync(Repository.Root, "run", "--out", _folder, "-p", "pages=40", "-p", "latency=20");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    public Notebook Executed(string name) => NotebookFile.Read(Path.Combine(_folder, name));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
