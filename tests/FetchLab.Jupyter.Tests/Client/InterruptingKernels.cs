using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>An interrupted cell ends; its kernel, and what it knows, does not.</summary>
public sealed class InterruptingKernels(PythonKernel python) : IClassFixture<PythonKernel>
{
    [Theory]
    [InlineData("while True: pass")]
    [InlineData("import time; time.sleep(100)")]
    [InlineData("input()")]
    [InlineData("import subprocess; subprocess.run(['sleep', '100'])")]
    public async Task Python_ComesToRest_AndKeepsItsVariables(string code)
    {
        using var asked = new ManualResetEventSlim();
        using var cell = new RecordedCell((_, _, stop) =>
        {
            asked.Set();
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
            return "";
        });
        var running = python.Language.RunAsync($"kept = 3; print('on', flush=True)\n{code}", cell.Cell);
        cell.WaitFor("on");
        if (code == "input()") asked.Wait(TestContext.Current.CancellationToken);

        cell.Interrupt();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(3, await python.Language.GetAsync("kept", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Interrupt_BeforeTheCell_RunsNothing()
    {
        using var cell = new RecordedCell();
        cell.Interrupt();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => python.Language.RunAsync("never = 1", cell.Cell));

        await Assert.ThrowsAsync<NotebookException>(() => python.Language.GetAsync("never", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Code_ThatGoesOn_IsToldHowToBeEnded_AndEndsWithItsKernel()
    {
        var stubborn = await PythonKernel.ConnectAsync();
        using var cell = new RecordedCell();
        var running = stubborn.RunAsync("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('on')\nwhile True: pass", cell.Cell);
        cell.WaitFor("on");

        cell.Interrupt();

        var error = await Assert.ThrowsAsync<NotebookException>(() => running);
        Assert.Contains("did not stop within 3 s; connect it again with '#!connect jupyter --kernel-name python --kernel-spec python3'", error.Message, StringComparison.Ordinal);
        await stubborn.DisposeAsync();
        Assert.False(ProcessTable.IsRunning(stubborn.ProcessId));
    }

    [Fact]
    public async Task KernelOfTheOtherKind_IsInterruptedByMessage()
    {
        using var folder = new JupyterFolder(interruptMode: "message");
        var connector = new JupyterConnector { Folders = [Path.Combine(folder.Path, "kernels")] };
        await using var kernel = await connector.ConnectAsync("other", ".net-csharp", folder.Path, TestContext.Current.CancellationToken);
        using var cell = new RecordedCell();
        var running = kernel.RunAsync("var kept = 3; Console.Write(\"on\");\nwhile (true) { }", cell.Cell);
        cell.WaitFor("on");

        cell.Interrupt();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        using var next = new RecordedCell();
        await kernel.RunAsync("kept", next.Cell);
        Assert.Equal("3", Assert.Single(next.Outputs.OfType<ResultOutput>()).Data.PlainText);
        var refused = await Assert.ThrowsAsync<NotebookException>(() => kernel.GetAsync("kept", TestContext.Current.CancellationToken));
        Assert.StartsWith("values cross only to and from Python, and 'other' is none", refused.Message, StringComparison.Ordinal);
    }
}
