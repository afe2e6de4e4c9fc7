using System.Diagnostics;
using System.Globalization;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>Nothing outlives a run, however it ends.</summary>
public sealed class EndingEarly : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task Program_ThatIsEndedInTheMiddleOfALesson_LeavesNoProcess(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc, which only Linux has.");
        WriteEndlessLesson();
        using var program = Command.Start(_folder, "dotnet", Command.Program, "run", "endless.ipynb", "--out", "out");
        // The program, its session, the session's origin.
        var session = await ChildOfAsync(program.Id);
        var origin = await ChildOfAsync(session);

        using var kill = Process.Start("kill", ["-s", signal, program.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        await GoneAsync(session);
        await GoneAsync(origin);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteEndlessLesson()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code($"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}", "import"));
        notebook.Add(NotebookCell.Code("await Lab.OriginAsync();\nwhile (true) { }", "endless"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "endless.ipynb"));
    }

    private static async Task<int> ChildOfAsync(int parent)
    {
        var found = await UntilAsync(() => Children(parent).FirstOrDefault(), id => id != 0);
        Assert.True(found != 0, $"process {parent} started no child in {_patience.TotalSeconds} s.");
        return found;
    }

    private static async Task GoneAsync(int id) =>
        Assert.False(await UntilAsync(() => IsAlive(id), alive => !alive), $"process {id} was still there after {_patience.TotalSeconds} s.");

    private static async Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> enough)
    {
        var watch = Stopwatch.StartNew();
        T seen;
        while (!enough(seen = look()) && watch.Elapsed < _patience) await Task.Delay(50, TestContext.Current.CancellationToken);
        return seen;
    }

    private static IEnumerable<int> Children(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id != 0 && Stat(id) is [_, var its, ..] && its == parent.ToString(CultureInfo.InvariantCulture));

    // A process that nobody has waited for yet is a zombie: it has ended.
    private static bool IsAlive(int id) => Stat(id) is [not "Z", ..];

    // State and parent: what follows the name, which stands in brackets and may hold spaces.
    private static string[] Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
