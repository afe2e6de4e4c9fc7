namespace FetchLab.Tests.Exercises;

public sealed class CheckingThreads
{
    [Fact]
    public async Task Rounds_OfTheLesson_AreRight() =>
        Assert.True((await Check.Rounds((pages, workers, latency) => Math.Ceiling((double)pages / workers) * latency)).IsRight);

    [Fact]
    public async Task Rounds_ThatAreNotRoundedUp_MeetAHint()
    {
        var shares = await Check.Rounds((pages, workers, latency) => pages * latency / workers);
        var cut = await Check.Rounds((pages, workers, latency) => pages / workers * latency);

        Assert.Equal(
            "✗ Not yet. For 101 pages of 50 ms on 10 threads your answer says 505. A last round takes as long as the others, also when one page is all that it has.",
            shares.ToString());
        Assert.Contains("your answer says 500. A last round", cut.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnThreads_OfTheLesson_AreRight()
    {
        var verdict = await Check.OwnThreads((pages, workers, fetch) =>
        {
            var taken = 0;
            var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
            {
                for (int page; (page = Interlocked.Increment(ref taken) - 1) < pages;) fetch(page);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });

        Assert.Equal("✓ Right. 20 pages, each once, 4 at a time.", verdict.ToString());
    }

    public static TheoryData<Action<int, int, Action<int>>, string> Wrong => new()
    {
        { (pages, workers, fetch) => OnThreads(Enumerable.Range(0, pages), page => fetch(page)), " pages at a time, where 4 should be. Who decides" },
        { (pages, workers, fetch) => OnThreads(Enumerable.Range(0, workers), _ => Each(pages, fetch)), "20 were asked for, in 80 requests" },
        { (pages, workers, fetch) => Each(pages, fetch), "One page at a time, where 4 should be." },
        { (pages, workers, fetch) => new Thread(() => Each(pages, fetch)) { IsBackground = true }.Start(), "It returned when 0 of 20 pages had come back." },
        { (pages, workers, fetch) => Parallel.For(0, pages, new() { MaxDegreeOfParallelism = workers }, fetch), "threads of the pool" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task OwnThreads_ThatAreWrong_MeetAHint(Action<int, int, Action<int>> answer, string hint)
    {
        var verdict = await Check.OwnThreads(answer);

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }

    private static void Each(int pages, Action<int> fetch)
    {
        for (var page = 0; page < pages; page++) fetch(page);
    }

    private static void OnThreads(IEnumerable<int> items, Action<int> work)
    {
        var threads = items.Select(item => new Thread(() => work(item))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
