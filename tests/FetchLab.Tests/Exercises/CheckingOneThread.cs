namespace FetchLab.Tests;

public sealed class CheckingOneThread
{
    [Fact]
    public async Task AllAtOnce_Right() => Assert.True((await Check.AllAtOnce((addresses, fetch) => Task.WhenAll(addresses.Select(fetch)))).IsRight);

    [Fact]
    public async Task AllAtOnce_AwaitedInTheLoop_IsOneAtATime()
    {
        var verdict = await Check.AllAtOnce(async (addresses, fetch) =>
        {
            var texts = new List<string>();
            foreach (var address in addresses)
                texts.Add(await fetch(address));
            return [.. texts];
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("There are 5 pages, but at most 1 in flight.", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllAtOnce_InTheOrderOfArrival()
    {
        var verdict = await Check.AllAtOnce(async (addresses, fetch) =>
        {
            var texts = new List<string>();
            await foreach (var done in Task.WhenEach(addresses.Select(fetch)))
                texts.Add(await done);
            return [.. texts];
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("All pages were in flight at once, but the texts are not in the order", verdict.Sentence, StringComparison.Ordinal);
    }

    /// <remarks>A lazy query runs again each time that it is gone through.</remarks>
    [Fact]
    public async Task AllAtOnce_FetchedTwice()
    {
        var verdict = await Check.AllAtOnce(async (addresses, fetch) =>
        {
            var fetches = addresses.Select(fetch);
            await Task.WhenAll(fetches);
            return await Task.WhenAll(fetches);
        });

        Assert.False(verdict.IsRight);
        Assert.StartsWith("There are 5 pages, and 10 fetches.", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsTheyComplete_Right()
    {
        var verdict = await Check.AsTheyComplete(async (fetches, tell) =>
        {
            await foreach (var done in Task.WhenEach(fetches))
                tell(await done);
        });

        Assert.True(verdict.IsRight);
    }

    [Fact]
    public async Task AsTheyComplete_InOrder_OrAllAtTheEnd()
    {
        var inOrder = await Check.AsTheyComplete(async (fetches, tell) =>
        {
            foreach (var fetch in fetches)
                tell(await fetch);
        });
        var atTheEnd = await Check.AsTheyComplete(async (fetches, tell) => Array.ForEach(await Task.WhenAll(fetches), tell));

        Assert.All([inOrder, atTheEnd], verdict => Assert.Equal(
            new Verdict(false, "Page 2 had arrived, and it was not what was told next. For which page was your code waiting?"), verdict));
    }

    [Fact]
    public async Task SomeFail_Right()
    {
        var verdict = await Check.SomeFail(async fetches =>
        {
            await Task.WhenAll(fetches).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
            return fetches.Count(fetch => fetch.IsCompletedSuccessfully);
        });

        Assert.True(verdict.IsRight);
    }

    [Fact]
    public async Task SomeFail_ThatThrows_OrDoesNotWait_OrCountsAll()
    {
        var throws = await Check.SomeFail(async fetches => (await Task.WhenAll(fetches)).Length);
        var hasty = await Check.SomeFail(fetches => Task.FromResult(fetches.Count(fetch => fetch.IsCompletedSuccessfully)));
        var all = await Check.SomeFail(async fetches =>
        {
            await ((Task)Task.WhenAll(fetches)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return fetches.Count(fetch => fetch.IsCompleted);
        });

        Assert.StartsWith("One page's error ('500') ended everything", throws.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("It counted 1 while a page was still under way.", hasty.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("2 of 4 pages arrive, but it counted 4.", all.Sentence, StringComparison.Ordinal);
        Assert.False(throws.IsRight || hasty.IsRight || all.IsRight);
    }
}
