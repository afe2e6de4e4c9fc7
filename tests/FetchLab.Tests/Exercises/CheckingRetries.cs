namespace FetchLab.Tests.Exercises;

/// <summary>The solutions of lesson 08, and answers that look right.</summary>
public sealed class CheckingRetries
{
    [Fact]
    public async Task RetriesFor_TheLeastNumber_IsRight()
    {
        var verdict = await Check.RetriesFor((failure, share) =>
        {
            var retries = 0;
            while (1 - Math.Pow(failure, retries + 1) < share)
                retries++;
            return retries;
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public Task RetriesFor_ThatCountsAttempts_IsTooMany() => NotYetAsync(
        Check.RetriesFor((failure, share) =>
        {
            var attempts = 1;
            while (1 - Math.Pow(failure, attempts) < share)
                attempts++;
            return attempts;
        }),
        "3 retries at p = 0.2 are enough for 99 %, but fewer would do.");

    [Fact]
    public Task RetriesFor_ThatIsTheSameForAll_IsTooFewForOne() => NotYetAsync(
        Check.RetriesFor((_, _) => 2), "With 2 retries at p = 0.5, too few pages come: 90 % were asked for.");

    [Fact]
    public async Task FetchWithRetries_ThatLooksAtTheStatus_IsRight()
    {
        var verdict = await Check.FetchWithRetries(async (fetch, retries) =>
        {
            var status = await fetch();
            for (var retry = 0; retry < retries && status is 408 or 429 or >= 500; retry++)
                status = await fetch();
            return status;
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public Task FetchWithRetries_ThatCountsAttempts_AsksTooSeldom() => NotYetAsync(
        Check.FetchWithRetries(async (fetch, retries) =>
        {
            var status = await fetch();
            for (var attempt = 1; attempt < retries && status is 408 or 429 or >= 500; attempt++)
                status = await fetch();
            return status;
        }),
        "The replies were to be 503, with at most 2 retries, but the requests sent were 2.");

    [Fact]
    public Task FetchWithRetries_ThatRetriesWhatIsNotThere_IsAskedWhatThatHelps() => NotYetAsync(
        Check.FetchWithRetries(async (fetch, retries) =>
        {
            var status = await fetch();
            for (var retry = 0; retry < retries && status != 200; retry++)
                status = await fetch();
            return status;
        }),
        "A page that is not there (404) was asked for 4 times.");

    [Fact]
    public Task FetchWithRetries_ThatGoesOnAfterThePageCame_IsAskedWhenToStop() => NotYetAsync(
        Check.FetchWithRetries(async (fetch, retries) =>
        {
            var status = 0;
            for (var attempt = 0; attempt <= retries; attempt++)
                status = await fetch();
            return status;
        }),
        "The replies were 200, with at most 3 retries, and the requests sent were 4, not 1. When is it time to stop?");

    [Fact]
    public Task FetchWithRetries_WithoutEnd_IsStopped() => NotYetAsync(
        Check.FetchWithRetries(async (fetch, _) =>
        {
            int status;
            do
                status = await fetch();
            while (status != 200);
            return status;
        }),
        "The answer threw InvalidOperationException: the page was asked for 100 times, and no end is in sight.");

    [Fact]
    public Task FetchWithRetries_ThatTellsTheFirstStatus_IsAskedWhichCounts() => NotYetAsync(
        Check.FetchWithRetries(async (fetch, retries) =>
        {
            var first = await fetch();
            var status = first;
            for (var retry = 0; retry < retries && status is 408 or 429 or >= 500; retry++)
                status = await fetch();
            return first;
        }),
        "The replies were 500, 200, and the answer was 500.");

    [Fact]
    public async Task Backoff_WithAllItsParts_IsRight()
    {
        var verdict = await Check.Backoff((retry, u, retryAfter) => Math.Max(retryAfter, u * Math.Min(2000, 100 * Math.Pow(2, retry))));

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public async Task Backoff_ThatLacksAPart_IsToldOfIt()
    {
        await NotYetAsync(Check.Backoff((_, _, _) => 100), "Retry 3 with u = 1 and a Retry-After of 0 ms waited 100 ms. Each wait's upper end");
        await NotYetAsync(Check.Backoff((retry, u, _) => u * 100 * Math.Pow(2, retry)), "waited 102400 ms. Waits stop growing somewhere.");
        await NotYetAsync(Check.Backoff((retry, _, _) => Math.Min(2000, 100 * Math.Pow(2, retry))), "waited 800 ms. Who failed together");
        await NotYetAsync(Check.Backoff((retry, u, _) => Math.Min(2000, u * 100 * Math.Pow(2, retry))), "What is drawn is a share of the wait after it was cut off.");
        await NotYetAsync(Check.Backoff((retry, u, _) => u * Math.Min(2000, 100 * Math.Pow(2, retry))), "The server said how long");
        await NotYetAsync(
            Check.Backoff((retry, u, retryAfter) => retryAfter > 0 ? retryAfter : u * Math.Min(2000, 100 * Math.Pow(2, retry))),
            "waited 50 ms. The server's wish is the least");
    }

    private static async Task NotYetAsync(Task<Verdict> check, string hint)
    {
        var verdict = await check;

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
