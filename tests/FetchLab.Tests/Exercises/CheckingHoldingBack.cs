using System.Threading.Channels;

namespace FetchLab.Tests;

public sealed class CheckingHoldingBack
{
    [Fact]
    public async Task AtMost_ASemaphoreReleasedInFinally_IsRight()
    {
        var verdict = await Check.AtMost(async (pages, atMost, fetch) =>
        {
            var places = new SemaphoreSlim(atMost);
            await Task.WhenAll(Enumerable.Range(0, pages).Select(page => InAPlaceAsync(places, () => fetch(page))));
        });

        Assert.Equal("✓ Right. 4 were in flight at once, and every page was fetched once.", verdict.ToString());
    }

    [Fact]
    public async Task AtMost_ASemaphoreForEachPage_LetsAllIn()
    {
        var verdict = await Check.AtMost((pages, atMost, fetch) => Task.WhenAll(
            Enumerable.Range(0, pages).Select(page => InAPlaceAsync(new SemaphoreSlim(atMost), () => fetch(page)))));

        Assert.False(verdict.IsRight);
        Assert.StartsWith("24 were in flight at once, and 4 is the most that may be.", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AtMost_WithoutFinally_StandsStillAfterFailures()
    {
        var verdict = await Check.AtMost(async (pages, atMost, fetch) =>
        {
            var places = new SemaphoreSlim(atMost);
            await Task.WhenAll(Enumerable.Range(0, pages).Select(async page =>
            {
                await places.WaitAsync();
                await fetch(page);
                places.Release();
            }));
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("4 of 24 pages were fetched, and then nothing went on. 4 of them had failed", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AtMost_AwaitInALoop_IsOneAtATime()
    {
        var verdict = await Check.AtMost(async (pages, _, fetch) =>
        {
            for (var page = 0; page < pages; page++)
                await fetch(page);
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("Only 1 was ever in flight", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AtMost_ThatEndsAtTheFirstFailure_LeavesPagesOut()
    {
        var verdict = await Check.AtMost(async (pages, atMost, fetch) =>
        {
            for (var page = 0; page < pages; page += atMost)
                await Task.WhenAll(Enumerable.Range(page, atMost).Select(fetch));
        });

        Assert.Equal(new Verdict(false, "Page 4 should be fetched once, as every page should. Count who asks for it."), verdict);
    }

    [Fact]
    public async Task BoundedPending_AChannel_IsRight()
    {
        var verdict = await Check.BoundedPending(async (pages, atMost, fetch) =>
        {
            var channel = Channel.CreateBounded<int>(atMost);
            var consumers = Enumerable.Range(0, atMost).Select(async _ =>
            {
                await foreach (var page in channel.Reader.ReadAllAsync())
                    await fetch(page);
            }).ToList();
            foreach (var page in pages)
                await channel.Writer.WriteAsync(page);
            channel.Writer.Complete();
            await Task.WhenAll(consumers);
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public async Task BoundedPending_ParallelForEachAsync_IsRight()
    {
        var verdict = await Check.BoundedPending((pages, atMost, fetch) => Parallel.ForEachAsync(
            pages, new ParallelOptions { MaxDegreeOfParallelism = atMost }, async (page, _) => await fetch(page)));

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public async Task BoundedPending_ASemaphore_TakesAllInHand()
    {
        var verdict = await Check.BoundedPending(async (pages, atMost, fetch) =>
        {
            var places = new SemaphoreSlim(atMost);
            await Task.WhenAll(pages.Select(async page =>
            {
                await places.WaitAsync();
                await fetch(page);
                places.Release();
            }));
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("At most 4 were in flight, but 24 were taken in hand at once.", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoundedPending_AChannelThatIsNeverCompleted_StandsStill()
    {
        var verdict = await Check.BoundedPending(async (pages, atMost, fetch) =>
        {
            var channel = Channel.CreateBounded<int>(atMost);
            var consumers = Enumerable.Range(0, atMost).Select(async _ =>
            {
                await foreach (var page in channel.Reader.ReadAllAsync())
                    await fetch(page);
            }).ToList();
            foreach (var page in pages)
                await channel.Writer.WriteAsync(page);
            await Task.WhenAll(consumers);
        });

        Assert.Equal(new Verdict(false, "24 of 24 pages were fetched, and then nothing went on. Who says that no more pages come?"), verdict);
    }

    [Fact]
    public async Task UnsetDegree_IsTheProcessorCount()
    {
        Assert.True((await Check.UnsetDegree(() => Environment.ProcessorCount)).IsRight);
        Assert.StartsWith("0 is not what was in flight", (await Check.UnsetDegree(() => 0)).Sentence, StringComparison.Ordinal);
        Assert.False((await Check.UnsetDegree(() => int.MaxValue)).IsRight);
    }

    private static async Task InAPlaceAsync(SemaphoreSlim places, Func<Task> fetch)
    {
        await places.WaitAsync();
        try
        {
            await fetch();
        }
        finally
        {
            places.Release();
        }
    }
}
