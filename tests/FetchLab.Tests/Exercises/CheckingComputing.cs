using System.Threading.Channels;

namespace FetchLab.Tests.Exercises;

public sealed class CheckingComputing
{
    [Fact]
    public async Task Answers_OfTheLesson_AreRight()
    {
        var speedUp = await Check.SpeedUp((serial, cores) => 1 / (serial + (1 - serial) / cores));
        var bound = await Check.PipelineBound((pages, fetch, fetchers, parse, cores) => pages * Math.Max(fetch / fetchers, parse / cores));

        Assert.Equal("✓ Right. From one core to a million.", speedUp.ToString());
        Assert.Equal("✓ Right. Where the fetches are the limit, and where the cores are.", bound.ToString());
    }

    [Fact]
    public async Task SpeedUp_ByTheCoresAlone_OrByTheSharedPart_MeetsAHint()
    {
        Misses(await Check.SpeedUp((_, cores) => cores), "says 2. Take work of one second.");
        Misses(await Check.SpeedUp((serial, cores) => (1 - serial) * cores), "For f = 0.1 on 1 core your answer says 0.9. With one core");
        Misses(await Check.SpeedUp((serial, _) => 1 / serial), "All of the work can be shared out here.");
        Misses(await Check.SpeedUp((serial, cores) => serial + (1 - serial) * cores), "Take work of one second.");
    }

    [Fact]
    public async Task Bound_ThatAdds_OrForgetsTheCores_MeetsAHint()
    {
        Misses(await Check.PipelineBound((pages, fetch, fetchers, parse, cores) => pages * (fetch / fetchers + parse / cores)), "Which of the two stages sets the pace");
        Misses(await Check.PipelineBound((pages, fetch, fetchers, _, _) => pages * fetch / fetchers), "how often can a core take one?");
        Misses(await Check.PipelineBound((pages, fetch, fetchers, parse, _) => pages * Math.Max(fetch / fetchers, parse)), "Two cores take pages twice as often");
    }

    [Fact]
    public async Task FetchAndParse_WithABoundedChannel_IsRight()
    {
        var verdict = await Check.FetchAndParse((pages, capacity, fetch, parse) => ThroughAsync(Channel.CreateBounded<string>(capacity), pages, fetch, parse));

        Assert.True(verdict.IsRight, verdict.ToString());
        Assert.StartsWith("While the first page was parsed, others came, and never more than", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAndParse_OneAfterTheOther_WithoutBound_OrWithoutAnEnd_MeetsAHint()
    {
        Misses(await Check.FetchAndParse(null), "There is no answer");
        Misses(await Check.FetchAndParse(async (pages, _, fetch, parse) =>
        {
            for (var page = 0; page < pages; page++)
                parse(await fetch(page));
        }), "While the first page was parsed, nobody asked for another.");
        Misses(
            await Check.FetchAndParse((pages, _, fetch, parse) => ThroughAsync(Channel.CreateUnbounded<string>(), pages, fetch, parse)),
            "24 pages were asked for before they could be parsed.");
        Misses(await Check.FetchAndParse(async (pages, _, fetch, parse) =>
        {
            foreach (var text in await Task.WhenAll(Enumerable.Range(0, pages).Select(fetch)))
                parse(text);
        }), "24 pages were asked for before they could be parsed.");
        Misses(
            await Check.FetchAndParse((pages, capacity, fetch, parse) => ThroughAsync(Channel.CreateBounded<string>(capacity), pages, fetch, parse, ends: false)),
            "24 of 24 pages were parsed, and then nothing went on. Who says");
        Misses(
            await Check.FetchAndParse((pages, capacity, fetch, parse) => ThroughAsync(Channel.CreateBounded<string>(capacity), pages - 1, fetch, parse)),
            "Page 23 should be fetched and parsed once");
    }

    private static async Task ThroughAsync(Channel<string> channel, int pages, Func<int, Task<string>> fetch, Action<string> parse, bool ends = true)
    {
        var fetching = Task.Run(async () =>
        {
            for (var page = 0; page < pages; page++)
                await channel.Writer.WriteAsync(await fetch(page));
            if (ends)
                channel.Writer.Complete();
        });
        await foreach (var text in channel.Reader.ReadAllAsync())
            parse(text);
        await fetching;
    }

    private static void Misses(Verdict verdict, string hint)
    {
        Assert.False(verdict.IsRight, verdict.ToString());
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
