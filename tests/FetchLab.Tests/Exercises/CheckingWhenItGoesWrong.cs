namespace FetchLab.Tests;

/// <summary>The checks of lesson 06, with right answers and with those that people give.</summary>
public sealed class CheckingWhenItGoesWrong
{
    [Fact]
    public async Task OneLockForAll_LosesNoUpdate()
    {
        var gate = new Lock();

        var verdict = await Check.LosesNoUpdate((read, write) =>
        {
            lock (gate)
                return Add(read, write);
        });

        Assert.Equal("✓ Right. Two threads added one each, and the count is 2.", verdict.ToString());
    }

    [Fact]
    public async Task NoLock_OneForEachCall_AndOneRoundTheWriteAlone_LoseOne()
    {
        var gate = new Lock();
        Func<Func<int>, Action<int>, int>[] answers =
        [
            Add,
            (read, write) =>
            {
                lock (new object())
                    return Add(read, write);
            },
            (read, write) =>
            {
                var value = read() + 1;
                lock (gate)
                    write(value);
                return value;
            },
        ];

        foreach (var answer in answers)
            Assert.StartsWith("✗ Not yet. Two threads added one each, and the count is 1. Who may read between", (await Check.LosesNoUpdate(answer)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Await_LetsTheLoopGoOn() =>
        Assert.True((await Check.LetsTheLoopGoOn(async fetch => await fetch())).IsRight);

    [Fact]
    public async Task Result_OnTheLoop_IsBlocked() =>
        Assert.StartsWith("✗ Not yet. Blocked: after 5.00 s", (await Check.LetsTheLoopGoOn(fetch => Task.FromResult(fetch().Result))).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Result_OnAnotherThread_IsToldThatItBlocksOne() =>
        Assert.StartsWith("✗ Not yet. It works, but it took another thread to block.", (await Check.LetsTheLoopGoOn(fetch => Task.Run(() => fetch().Result))).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task AFetchThatNobodyAwaits_IsAskedFor() =>
        Assert.StartsWith(
            "✗ Not yet. The fetch brought 42, and the answer returned 0.",
            (await Check.LetsTheLoopGoOn(fetch =>
            {
                _ = fetch();
                return Task.FromResult(0);
            })).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public async Task WhenAll_AndForEachAsync_WaitForAll()
    {
        Assert.True((await Check.WaitsForAll((pages, fetch) => Task.WhenAll(pages.Select(fetch)))).IsRight);
        Assert.True((await Check.WaitsForAll((pages, fetch) => Parallel.ForEachAsync(pages, async (page, _) => await fetch(page)))).IsRight);
    }

    [Fact]
    public async Task AnAsyncLambdaInForEach_AndOneOnAnotherThread_AreDoneWithNone()
    {
        Func<IReadOnlyList<int>, Func<int, Task>, Task>[] answers =
        [
            (pages, fetch) =>
            {
                Parallel.ForEach(pages, async page => await fetch(page));
                return Task.CompletedTask;
            },
            (pages, fetch) => Task.Run(() => Parallel.ForEach(pages, async page => await fetch(page))),
        ];

        foreach (var answer in answers)
            Assert.StartsWith("✗ Not yet. It said that it was done with 0 of 20 pages fetched.", (await Check.WaitsForAll(answer)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingForTheFirst_IsDoneTooEarly() =>
        Assert.Equal(
            "✗ Not yet. It was done with 1 of 20 pages fetched. Does it wait for each of the tasks?",
            (await Check.WaitsForAll((pages, fetch) => fetch(pages[0]))).ToString());

    private static int Add(Func<int> read, Action<int> write)
    {
        var value = read() + 1;
        write(value);
        return value;
    }
}
