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
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("do { } while (true);")]
    [InlineData("again: goto again;")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("while (true) { try { } catch { } }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(10); } catch { } }")]
    [InlineData("again: try { throw new Exception(); } catch { goto again; }")]
    [InlineData("var gate = new object(); lock (gate) { while (true) { } }")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count(n => n == 2)")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1, int.MaxValue)).Where(n => n == 2).ToList()")]
    [InlineData("from a in Enumerable.Range(0, int.MaxValue) from b in Enumerable.Range(0, int.MaxValue) where a < 0 select b")]
    [InlineData("long Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);\nFibonacci(90)")]
    [InlineData("class Endless { public int Value { get { while (true) ; } } public override string ToString() => $\"{Value}\"; }\nnew Endless()")]
    [InlineData("Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("async Task Spin() { await Task.Yield(); while (true) { } }\nawait Task.WhenAll(Spin(), Spin());")]
    [InlineData("async void Spin() { await Task.Yield(); while (true) { } }\nSpin(); await Task.Delay(-1);")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { while (true) { } }); System.Threading.Thread.Sleep(-1);")]
    [InlineData("var t = new System.Threading.Thread(() => { while (true) { } }); t.Start(); t.Join();")]
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

    /// <summary>A library's own computation passes no stop point, and a thread of the cell's own may wait where nobody sees it.</summary>
    [Theory]
    [InlineData("System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(new byte[8], new byte[8], 20_000_000, System.Security.Cryptography.HashAlgorithmName.SHA512, 8)")]
    [InlineData("new System.Threading.Thread(() => go.WaitOne()) { IsBackground = true }.Start(); System.Threading.Thread.Sleep(-1);")]
    public async Task Code_ThatCannotBeStopped_IsSaidToBeRunning(string source)
    {
        await RunAsync("var go = new System.Threading.ManualResetEvent(false);");

        var error = await InterruptAsync($"Console.WriteLine(\"begun\");\n{source}");

        Assert.Equal(
            "the cell was interrupted, but code that it started is still running; restart the kernel to end it.", error.Message);
        Assert.Equal("2", await ResultAsync("go.Set(); 1 + 1"));
    }

    [Fact]
    public async Task BackgroundWork_OfAnEarlierCell_GoesOn()
    {
        await RunAsync("long rounds = 0; bool go = true; Task.Run(() => { while (go) System.Threading.Interlocked.Increment(ref rounds); });");

        await InterruptAsync("Console.WriteLine(\"begun\");\nwhile (true) { }");

        // Within a time that a busy machine needs at most to come to it.
        Assert.Equal("True", await ResultAsync(
            "var then = rounds; var goesOn = System.Threading.SpinWait.SpinUntil(() => System.Threading.Interlocked.Read(ref rounds) > then, 20_000); go = false; goesOn"));
    }

    [Fact]
    public async Task Token_ThatACellPassesOn_IsItsOwn()
    {
        var outputs = await RunAsync(
            """
            using System.Threading;
            var own = new CancellationTokenSource();
            own.Cancel();
            try { await Task.Delay(-1, own.Token); } catch (OperationCanceledException stopped) { Console.Write(stopped.CancellationToken == own.Token); }
            """);

        Assert.Equal([new StreamOutput("stdout", "True")], outputs);
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
