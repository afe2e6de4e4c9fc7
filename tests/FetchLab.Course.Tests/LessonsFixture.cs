using FetchLab.Notebooks;

[assembly: AssemblyFixture(typeof(FetchLab.Course.Tests.LessonsFixture))]

namespace FetchLab.Course.Tests;

/// <summary>
/// All lessons as they are, run once for all tests: by the README's first command, into the folder that it names. xunit makes the one
/// fixture of an assembly before any test runs, so a test that only reads the outcome need not ask for it.
/// </summary>
public sealed class LessonsFixture : IAsyncLifetime
{
    /// <summary>The command that runs them.</summary>
    internal const string Line = "dotnet run --project lib/FetchLab.Cli";

    private static readonly string _folder = Path.Combine("artifacts", "course");

    public static string Page => Path.Combine(Repository.Root, _folder, "index.html");

    /// <summary>What the command said.</summary>
    internal Command Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var words = Line.Split(' ');
        Run = await Command.RunAsync(Repository.Root, words[0], words[1..]);
        Assert.True(Run.ExitCode == 0, Run.Out + Run.Error);
    }

    public static Notebook Executed(string name) => NotebookFile.Read(Path.Combine(Repository.Root, _folder, name));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
