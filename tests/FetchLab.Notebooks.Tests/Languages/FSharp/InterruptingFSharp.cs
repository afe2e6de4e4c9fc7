namespace FetchLab.Notebooks.Tests;

/// <summary>Alone, because an interrupt ends every F# async of the process that has no token of its own: the compiler's are among them.</summary>
[CollectionDefinition(nameof(InterruptingFSharp), DisableParallelization = true)]
[Collection(nameof(InterruptingFSharp))]
public sealed class InterruptingFSharp : FSharpTest
{
    private static readonly TimeSpan _generous = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(-1)")]
    [InlineData("Async.Sleep System.Threading.Timeout.Infinite |> Async.RunSynchronously")]
    [InlineData("Task.Delay(-1).Wait()")]
    [InlineData("Task.Delay(-1) |> Async.AwaitTask |> Async.RunSynchronously")]
    [InlineData("while true do printfn \"again\"")]
    [InlineData("async { while true do\n            do! Async.Sleep 1 } |> Async.RunSynchronously")]
    [InlineData("task { while true do\n            do! Task.Delay 1 } |> fun t -> t.Wait()")]
    public async Task Cell_ThatIsInterrupted_Ends_AndTheSessionLives(string source)
    {
        await RunAsync("let kept = 1");

        Assert.False(await InterruptAsync($"printfn \"begun\"\n{source}"));

        Assert.Equal("2", await ResultAsync("kept + 1").WaitAsync(_generous, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Async_OfACellThatIsStopped_GoesOnNoFurther()
    {
        await RunAsync("let mutable rounds = 0");

        await InterruptAsync("printfn \"begun\"\nasync { while true do\n            rounds <- rounds + 1\n            do! Async.Sleep 1 } |> Async.RunSynchronously");

        Assert.Equal("true", await ResultAsync("let before = rounds\nSystem.Threading.Thread.Sleep 50\nsprintf \"%b\" (before = rounds)"));
    }

    [Fact]
    public async Task Loop_ThatCannotBeStopped_IsGivenUp()
    {
        await RunAsync("let mutable go = true\nlet stop = Action(fun () -> go <- false)");
        var stop = Assert.IsType<Action>(await GetAsync("stop"));

        Assert.True(await InterruptAsync("printfn \"begun\"\nwhile go do ()"));

        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync("1 + 1"));
        Assert.Equal("fsharp is still busy with a cell that was interrupted; restart the kernel to end it.", error.Message);
        stop();
        while (true)
        {
            try
            {
                Assert.Equal("2", await ResultAsync("1 + 1"));
                break;
            }
            catch (NotebookException)
            {
                await Task.Yield(); // Until the loop has looked.
            }
        }
    }

    /// <summary>Runs a cell until it has said that it has begun, interrupts it, and returns whether code of it runs still.</summary>
    private async Task<bool> InterruptAsync(string source)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new CellRun(_ => begun.TrySetResult(), input: null);
        Displays.SendTo(run);
        var running = FSharp.RunAsync(source, Cell(run));
        await begun.Task.WaitAsync(_generous, TestContext.Current.CancellationToken);

        run.Interrupt();

        await Assert.ThrowsAnyAsync<Exception>(() => running.WaitAsync(_generous, TestContext.Current.CancellationToken));
        return await run.SettleAsync().WaitAsync(_generous, TestContext.Current.CancellationToken);
    }
}
