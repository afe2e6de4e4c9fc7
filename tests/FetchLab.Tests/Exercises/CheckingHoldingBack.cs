namespace FetchLab.Tests.Exercises;

using Answer = Func<IReadOnlyList<int>, int, Func<int, Task>, Task>;
using Drain = Func<IEnumerable<int>, int, Func<int, Task>, Task>;

public sealed class CheckingHoldingBack
{
    [Fact]
    public async Task Semaphore_OfTheLesson_IsRight()
    {
        var verdict = await Check.AtMost(BySemaphoreAsync);

        Assert.Equal("✓ Right. 20 pages, each once, 4 at a time; and it comes back when pages fail.", verdict.ToString());
    }

    public static TheoryData<Answer, string> Wrong => new()
    {
        { (pages, most, fetch) => Task.WhenAll(pages.Select(fetch)), "20 pages at a time, where 4 should be." },
        {
            (pages, most, fetch) => Task.WhenAll(pages.Select(async page =>
            {
                using var places = new SemaphoreSlim(most);
                await places.WaitAsync();
                try { await fetch(page); }
                finally { places.Release(); }
            })),
            "20 pages at a time, where 4 should be. The limit let everybody in."
        },
        {
            async (pages, most, fetch) =>
            {
                var places = new SemaphoreSlim(most);
                await Task.WhenAll(pages.Select(async page =>
                {
                    await places.WaitAsync();
                    await fetch(page);
                    places.Release();
                }));
            },
            "4 pages failed, and then nothing happened any more."
        },
        {
            async (pages, most, fetch) =>
            {
                foreach (var page in pages) await fetch(page);
            },
            "One page at a time, where 4 should be. What does the program wait for"
        },
        { (pages, most, fetch) => Task.WhenAll(pages.Take(most).Select(fetch)), "Of 20 pages, 4 were asked for" },
        {
            (pages, most, fetch) =>
            {
                foreach (var page in pages) _ = fetch(page);
                return Task.CompletedTask;
            },
            "It came back when 0 of 20"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task AtMost_ThatIsWrong_MeetsAHint(Answer answer, string hint)
    {
        var verdict = await Check.AtMost(answer);

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackPressure_OfTheLesson_IsRight()
    {
        var verdict = await Check.BackPressure((source, most, fetch) => Parallel.ForEachAsync(
            source, new ParallelOptions { MaxDegreeOfParallelism = most }, async (page, _) => await fetch(page)));

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    public static TheoryData<Drain, string> Greedy => new()
    {
        { (source, most, fetch) => BySemaphoreAsync([.. source], most, fetch), "but not the source: 20 pages were taken" },
        { (source, most, fetch) => Task.WhenAll(source.Select(fetch)), "20 pages at a time, where 4 should be. First hold back the fetches" },
        {
            async (source, most, fetch) =>
            {
                foreach (var page in source) await fetch(page);
            },
            "One page at a time"
        },
    };

    [Theory]
    [MemberData(nameof(Greedy), DisableDiscoveryEnumeration = true)]
    public async Task BackPressure_ThatIsWrong_MeetsAHint(Drain answer, string hint)
    {
        var verdict = await Check.BackPressure(answer);

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }

    private static async Task BySemaphoreAsync(IReadOnlyList<int> pages, int most, Func<int, Task> fetch)
    {
        using var places = new SemaphoreSlim(most);
        await Task.WhenAll(pages.Select(async page =>
        {
            await places.WaitAsync();
            try { await fetch(page); }
            finally { places.Release(); }
        }));
    }
}
