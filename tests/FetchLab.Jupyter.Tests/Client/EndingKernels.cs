using System.Diagnostics;
using System.Globalization;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>No kernel outlives who has connected it; one that ends earlier says so.</summary>
public sealed class EndingKernels
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Disposal_EndsTheProcess_AndTakesTheFileWithTheKeyAway()
    {
        var kernel = await PythonKernel.ConnectAsync();
        var (id, file) = (kernel.ProcessId, ConnectionFileOf(kernel.ProcessId));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await kernel.DisposeAsync();

        Assert.False(ProcessTable.IsRunning(id));
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
        await UntilAsync(() => Watchers(file).Count == 0, "the watcher outlives its kernel");
    }

    [Fact]
    public async Task Disposal_WhileACellRuns_EndsTheProcess_AndFailsTheCell()
    {
        var kernel = await PythonKernel.ConnectAsync();
        using var cell = new RecordedCell();
        var running = kernel.RunAsync("import subprocess\nchild = subprocess.Popen(['sleep', '100'])\nprint('on', child.pid)\nwhile True: pass", cell.Cell);
        cell.WaitFor("\n");
        var child = int.Parse(cell.Text.Split(' ')[1], CultureInfo.InvariantCulture);

        await kernel.DisposeAsync();

        await Assert.ThrowsAsync<NotebookException>(() => running);
        Assert.False(ProcessTable.IsRunning(kernel.ProcessId));
        await UntilAsync(() => !ProcessTable.IsRunning(child), "what the kernel has started outlives it");
    }

    // The session is a process of its own, as 'fetchlab run' has it; its cell connects as '#!connect' does.
    [Fact]
    public async Task Kill_OfTheProcessThatConnected_LeavesNothingBehind()
    {
        Assert.SkipWhen(PythonKernel.IsMissing, "python3-ipykernel is not installed.");
        var outputs = new List<CellOutput>();
        await using var session = new ChildSession(new ProcessStartInfo("dotnet", [KernelProcess.Program, "session"]), Path.GetTempPath());
        var ran = await session.ExecuteAsync(
            new(ConnectingCell, "cell 1"),
            outputs.Add,
            TestContext.Current.CancellationToken);
        Assert.True(ran, string.Join('\n', outputs));
        var ids = Ids(string.Concat(outputs.OfType<StreamOutput>().Select(output => output.Text)));
        var file = ConnectionFileOf(ids[0]);
        Assert.Equal([true, true], ids.Select(ProcessTable.IsRunning));

        using (var parent = Process.GetProcessById(session.ProcessId)) parent.Kill();

        await UntilAsync(() => !ids.Any(ProcessTable.IsRunning), "Python outlives the process that connected it");
        await UntilAsync(() => Watchers(file).Count == 0 && !Directory.Exists(Path.GetDirectoryName(file)), "its watcher, or the file with its key, outlives it");
    }

    [Fact]
    public async Task Shutdown_OfOurKernel_WhileItIsConnected_LeavesNothingBehind()
    {
        Assert.SkipWhen(PythonKernel.IsMissing, "python3-ipykernel is not installed.");
        using var kernel = new KernelProcess();
        using var client = new Client(kernel.File);
        var (reply, heard) = client.Execute(ConnectingCell);
        Assert.Equal("ok", reply.Text("status"));
        var ids = Ids(string.Concat(heard.Where(message => message.Header.Type == "stream").Select(message => message.Content.Text("text"))));

        client.Ask("shutdown_request", control: true);

        Assert.Equal((0, ""), await kernel.EndAsync());
        await UntilAsync(() => !ids.Any(ProcessTable.IsRunning), "Python outlives the kernel that connected it");
    }

    [Fact]
    public async Task Kernel_ThatEndsInACell_FailsIt_AndEveryUseAfter_UntilItIsConnectedAgain()
    {
        var kernel = await PythonKernel.ConnectAsync();
        using var cell = new RecordedCell();
        const string Sentence = "the kernel of 'python' has ended, with exit code 7; connect it again with '#!connect jupyter --kernel-name python --kernel-spec python3'.";

        var first = await Assert.ThrowsAsync<NotebookException>(() => kernel.RunAsync("import os\nos._exit(7)", cell.Cell));
        var second = await Assert.ThrowsAsync<NotebookException>(() => kernel.RunAsync("1", cell.Cell));
        var third = await Assert.ThrowsAsync<NotebookException>(() => kernel.GetAsync("x", TestContext.Current.CancellationToken));

        Assert.Equal([Sentence, Sentence, Sentence], [first.Message, second.Message, third.Message]);
        Assert.Null(await kernel.CompleteAsync("pri", 3, TestContext.Current.CancellationToken));
        await kernel.DisposeAsync();
        await using var again = await PythonKernel.ConnectAsync();
        await again.RunAsync("print('again')", cell.Cell);
        Assert.Equal("again\n", cell.Text);
    }

    // The ids of Python and of a process that it has started.
    private const string ConnectingCell = """
        #!connect jupyter --kernel-name python --kernel-spec python3
        #!python
        import os, subprocess
        print(os.getpid(), subprocess.Popen(['sleep', '100']).pid)
        """;

    private static IReadOnlyList<int> Ids(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];

    private static string ConnectionFileOf(int process) => ProcessTable.CommandLine(process).Split(' ').Single(word => word.EndsWith("kernel.json", StringComparison.Ordinal));

    // The shells that wait for the end of this process: they are started with the file's name.
    private static IReadOnlyList<int> Watchers(string file) => [.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && ProcessTable.IsRunning(id) && CommandLine(id).Contains(file, StringComparison.Ordinal))];

    private static string CommandLine(int process)
    {
        try
        {
            return ProcessTable.CommandLine(process);
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> done, string otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !done(); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < _patience, otherwise);
    }
}
