namespace FetchLab;

public static partial class Check
{
    private static readonly double[][] _latencies = [[50, 50, 50, 50], [10, 80, 30], [5, 5, 200, 40, 1]];

    /// <summary>Lesson 01: how long pages take one after the other, from the pages alone.</summary>
    /// <param name="answer">From the pages to the time. It is held against runs in virtual time, over equal and unequal latencies.</param>
    public static Task<Verdict> SumOfWaits(Func<IReadOnlyList<Page>, TimeSpan>? answer) => JudgeAsync(answer, async (predict, stop) =>
    {
        var site = new VirtualSite();
        foreach (var latencies in _latencies)
        {
            var pages = site.Pages(latencies);
            var run = await site.RunAsync(Fetch.OneAtATime, pages, cancellationToken: stop).ConfigureAwait(false);
            if (predict(pages) is var said && said != run.Makespan)
                return Verdict.NotYet(
                    $"For latencies of {string.Join(", ", latencies)} ms it says {said.ToText()}, and the run takes {run.Makespan.ToText()}. Draw the timeline of that run: where does each bar begin?");
        }

        return Verdict.Right($"It foretold {_latencies.Length} runs to the tick.");
    });

    /// <summary>Lesson 01: how long pages take with a client, and so a connection, for each.</summary>
    /// <param name="answer">From the pages and the cost of a connection to the time. It is held against runs in virtual time.</param>
    public static Task<Verdict> ConnectionBill(Func<IReadOnlyList<Page>, TimeSpan, TimeSpan>? answer) => JudgeAsync(answer, async (predict, stop) =>
    {
        var site = new VirtualSite();
        foreach (var (latencies, connectMs) in _latencies.Zip([0, 20, 35]))
        {
            var (pages, cost) = (site.Pages(latencies), TimeSpan.FromMilliseconds(connectMs));
            var run = await site.RunAsync(Fetch.ClientPerRequest, pages, new() { ConnectDelay = cost }, stop).ConfigureAwait(false);
            if (predict(pages, cost) is var said && said != run.Makespan)
                return Verdict.NotYet(
                    $"For {pages.Count} pages and {cost.ToText()} a connection it says {said.ToText()}, and the run takes {run.Makespan.ToText()}. How many connections did the origin count?");
        }

        return Verdict.Right($"It foretold {_latencies.Length} runs to the tick, connections included.");
    });

    /// <summary>Lesson 01: a strategy of the reader's own that fetches one page at a time.</summary>
    /// <param name="answer">
    /// From addresses, and what fetches one of them and blocks, to the texts in the order of the addresses. Each is to be fetched once.
    /// </param>
    public static Task<Verdict> OneAtATime(Func<IReadOnlyList<string>, Func<string, string>, IReadOnlyList<string>>? answer) =>
        JudgeAsync(answer, (fetchAll, _) => Task.FromResult(JudgeOneAtATime(fetchAll)));

    private static Verdict JudgeOneAtATime(Func<IReadOnlyList<string>, Func<string, string>, IReadOnlyList<string>> fetchAll)
    {
        string[] addresses = ["apple/0", "github/1", "apple/2", "github/3", "apple/4", "github/5"];
        var site = new BlockingPages();
        var texts = fetchAll(addresses, site.Fetch);

        if (site.Peak > 1)
            return Verdict.NotYet($"{site.Peak} fetches were under way at once. Which call starts one before the last has come back?");
        if (site.Fetched != addresses.Length)
            return Verdict.NotYet($"There are {addresses.Length} pages, and {site.Fetched} fetches. Follow one address through your loop.");
        return texts is not null && texts.SequenceEqual(addresses.Select(BlockingPages.TextOf))
            ? Verdict.Right($"{addresses.Length} pages, each fetched once, never two at a time, and in order.")
            : Verdict.NotYet("All pages were fetched, but the texts are not those of the addresses, one for one and in their order. What do you return?");
    }
}
