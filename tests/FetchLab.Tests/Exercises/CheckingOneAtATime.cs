namespace FetchLab.Tests;

public sealed class CheckingOneAtATime
{
    [Fact]
    public async Task Sum_Right() => Assert.True((await Check.SumOfWaits(Sum)).IsRight);

    [Fact]
    public async Task Sum_OfTheFirstPageForAll_OrOfTheLongest()
    {
        var first = await Check.SumOfWaits(pages => pages.Count * pages[0].Latency);
        var longest = await Check.SumOfWaits(pages => pages.Max(page => page.Latency));

        Assert.StartsWith("For latencies of 10, 80, 30 ms it says 30 ms, and the run takes 120 ms.", first.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("For latencies of 50, 50, 50, 50 ms it says 50 ms, and the run takes 200 ms.", longest.Sentence, StringComparison.Ordinal);
        Assert.False(first.IsRight || longest.IsRight);
    }

    [Fact]
    public async Task Bill_Right() => Assert.True((await Check.ConnectionBill((pages, connect) => Sum(pages) + pages.Count * connect)).IsRight);

    [Fact]
    public async Task Bill_WithoutConnections_OrWithOne()
    {
        var none = await Check.ConnectionBill((pages, _) => Sum(pages));
        var one = await Check.ConnectionBill((pages, connect) => Sum(pages) + connect);

        Assert.StartsWith("For 3 pages and 20 ms a connection it says 120 ms, and the run takes 180 ms.", none.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("For 3 pages and 20 ms a connection it says 140 ms, and the run takes 180 ms.", one.Sentence, StringComparison.Ordinal);
        Assert.False(none.IsRight || one.IsRight);
    }

    [Fact]
    public async Task Own_Right() => Assert.True((await Check.OneAtATime((addresses, fetch) => [.. addresses.Select(fetch)])).IsRight);

    [Fact]
    public async Task Own_OnTwoThreads_IsSeen()
    {
        var verdict = await Check.OneAtATime((addresses, fetch) =>
        {
            var second = Task.Run(() => fetch(addresses[1]));
            return [fetch(addresses[0]), second.Result, .. addresses.Skip(2).Select(fetch)];
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("2 fetches were under way at once.", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_ThatSkips_OrTurnsRound()
    {
        var skips = await Check.OneAtATime((addresses, fetch) => [.. addresses.Skip(1).Select(fetch)]);
        var turns = await Check.OneAtATime((addresses, fetch) => [.. addresses.Reverse().Select(fetch)]);

        Assert.StartsWith("There are 6 pages, and 5 fetches.", skips.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("All pages were fetched, but the texts are not those", turns.Sentence, StringComparison.Ordinal);
        Assert.False(skips.IsRight || turns.IsRight);
    }

    private static TimeSpan Sum(IReadOnlyList<Page> pages) => new(pages.Sum(page => page.Latency.Ticks));
}
