using System.Net;
using System.Net.Sockets;

namespace FetchLab.Notebooks.Tests;

public sealed class InterruptingCells : SessionTest
{
    private static readonly TimeSpan _generous = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("var never = new TaskCompletionSource<int>(); never.Task.Result")]
    [InlineData("await Task.Yield(); System.Threading.Thread.Sleep(-1);")]
    [InlineData("async Task Deep() { await Task.Yield(); System.Threading.Thread.Sleep(-1); }\nawait Deep();")]
    [InlineData("while (true) await Task.Yield();")]
    [InlineData("while (true) Console.Write('x');")]
    [InlineData("while (true) display(1);")]
    public async Task Cell_ThatIsInterrupted_Ends_AndTheSessionLives(string source)
    {
        await RunAsync("int kept = 1;");

        var error = await InterruptAsync($"kept++;\nConsole.WriteLine(\"begun\");\n{source}");

        Assert.Equal(("Interrupted", "the cell was interrupted."), (error.Name, error.Message));
        Assert.Equal([error.Message], error.Traceback);
        Assert.Equal("2", await ResultAsync("kept").WaitAsync(_generous, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cell_ThatWaitsForAnAnswer_IsStopped()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var error = await InterruptAsync(
            $"using System.Net.Http;\nConsole.WriteLine(\"begun\");\nnew HttpClient().Send(new HttpRequestMessage(HttpMethod.Get, \"http://{silent.LocalEndpoint}/\"))");

        Assert.Equal("the cell was interrupted.", error.Message);
        Assert.Equal("2", await ResultAsync("1 + 1"));
    }

    [Fact]
    public async Task Cell_ThatWaitsForThePerson_IsStopped()
    {
        Session.Input = (_, _, stop) => stop.WaitHandle.WaitOne() ? throw new OperationCanceledException(stop) : "";

        var error = await InterruptAsync("Console.WriteLine(\"begun\");\nConsole.ReadLine()");

        Assert.Equal("the cell was interrupted.", error.Message);
        Assert.Equal("2", await ResultAsync("1 + 1"));
    }

    [Theory]
    [InlineData("while (go) { }")]
    [InlineData("await Task.Delay(1); while (go) { }")]
    [InlineData("while (go) { try { System.Threading.Thread.Sleep(10); } catch { } }")]
    [InlineData("IEnumerable<int> Endless() { while (go) yield return 1; }\nEndless().Count(n => n == 2)")]
    [InlineData("await Task.Run(() => { while (go) { } });")]
    [InlineData("Task.Run(() => { while (go) { } }).Wait();")]
    [InlineData("var t = new System.Threading.Thread(() => { while (go) { } }) { IsBackground = true }; t.Start(); t.Join();")]
    public async Task Code_ThatCannotBeStopped_IsSaidToBeRunning(string source)
    {
        await RunAsync("volatile bool go = true;");

        var error = await InterruptAsync($"Console.WriteLine(\"begun\");\n{source}");

        Assert.Equal(
            "the cell was interrupted, but code that it started is still running; restart the kernel to end it.", error.Message);
        Assert.Equal("2", await ResultAsync("go = false; 1 + 1"));
    }

    [Fact]
    public async Task Code_ThatWatchesTheCellsToken_EndsByItself()
    {
        await RunAsync("using Microsoft.DotNet.Interactive;\nbool cleaned = false;");

        var error = await InterruptAsync(
            """
            Console.WriteLine("begun");
            try { await Task.Run(() => KernelInvocationContext.Current.CancellationToken.WaitHandle.WaitOne()); }
            finally { cleaned = true; }
            KernelInvocationContext.Current.CancellationToken.ThrowIfCancellationRequested();
            """);

        Assert.Equal("the cell was interrupted.", error.Message);
        Assert.Equal("True", await ResultAsync("cleaned"));
    }

    [Fact]
    public async Task Finally_OfACellThatIsStopped_Runs()
    {
        await RunAsync("bool cleaned = false;");

        await InterruptAsync("Console.WriteLine(\"begun\");\ntry { System.Threading.Thread.Sleep(-1); } finally { cleaned = true; }");

        Assert.Equal("True", await ResultAsync("cleaned"));
    }

    [Fact]
    public async Task Cell_ThatWasGivenUp_GoesOnNoFurther()
    {
        await RunAsync("var gate = new TaskCompletionSource(); bool after = false;");

        await InterruptAsync("Console.WriteLine(\"begun\");\nawait gate.Task; after = true;");

        Assert.Equal("False", await ResultAsync("gate.SetResult(); await Task.Delay(50); after"));
    }

    [Fact]
    public async Task Output_OfTheNextCell_IsItsOwn()
    {
        await InterruptAsync("Console.WriteLine(\"begun\");\nwhile (true) Console.WriteLine(\"first\");");

        Assert.Equal([new StreamOutput("stdout", "second\n")], await RunAsync("Console.WriteLine(\"second\");"));
    }

    /// <summary>Runs a cell until it has said that it has begun, interrupts it, and returns its error.</summary>
    private async Task<ErrorOutput> InterruptAsync(string source)
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var error = new TaskCompletionSource<ErrorOutput>();
        var running = Session.ExecuteAsync(
            new(source, "cell"),
            output =>
            {
                begun.TrySetResult();
                if (output is ErrorOutput failed) error.TrySetResult(failed);
            },
            stop.Token);
        await begun.Task.WaitAsync(_generous, TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        Assert.False(await running.WaitAsync(_generous, TestContext.Current.CancellationToken));
        return await error.Task.WaitAsync(_generous, TestContext.Current.CancellationToken);
    }
}
