namespace FetchLab.Tests.Exercises;

/// <summary>The solutions of lesson 11, and answers that look right.</summary>
public sealed class CheckingServing
{
    [Fact]
    public async Task Response_OfTheLesson_IsRight() => Assert.Equal(
        "✓ Right. An idle slot, and busy ones.",
        (await Check.Response((service, utilisation) => service * (1 + (utilisation / (2 * (1 - utilisation)))))).ToString());

    [Fact]
    public Task Response_WithoutAQueue_MeetsAHint() => NotYetAsync(
        Check.Response((service, _) => service), "For s = 10 ms and ρ = 0.5 your answer says 10. Put ρ = 0.5");

    /// <remarks>M/M/1: service at random, too.</remarks>
    [Fact]
    public Task Response_OfAnotherQueue_MeetsAHint() => NotYetAsync(
        Check.Response((service, utilisation) => service / (1 - utilisation)), "For s = 10 ms and ρ = 0.5 your answer says 20.");

    [Fact]
    public Task Response_ThatIsTheWaitAlone_MeetsAHint() => NotYetAsync(
        Check.Response((service, utilisation) => service * utilisation / (2 * (1 - utilisation))), "your answer says 0. Nobody else is there");

    [Fact]
    public async Task CorrectedLatencies_FromTheIntendedStarts_AreRight()
    {
        var verdict = await Check.CorrectedLatencies((rate, _, finished) => [.. finished.Select((end, request) => end - (1000 * request / rate))]);

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public Task CorrectedLatencies_FromTheRealStarts_AreAskedForTheIntendedOnes() => NotYetAsync(
        Check.CorrectedLatencies((_, started, finished) => [.. finished.Zip(started, (end, start) => end - start)]),
        "number 2 started at 120 and was finished at 126 ms; your answer says 6 ms. By the rate alone: when was it meant to start?");

    [Fact]
    public Task CorrectedLatencies_ThatLetLatenessAddUp_AreAskedForTheRate() => NotYetAsync(
        Check.CorrectedLatencies((rate, started, finished) =>
            [.. finished.Select((end, request) => end - (request == 0 ? 0 : started[request - 1] + (1000 / rate)))]),
        "number 3 started at 121 and was finished at 127 ms; your answer says -3 ms.");

    [Fact]
    public Task CorrectedLatencies_OfSomeOfTheRequests_AreTooFew() => NotYetAsync(
        Check.CorrectedLatencies((_, _, finished) => finished[1..]), "3 requests have 3 latencies; your answer has 2.");

    [Fact]
    public async Task LoadShedding_WithASemaphoreThatIsAskedWithoutWaiting_IsRight()
    {
        using var seats = new SemaphoreSlim(4);

        var verdict = await Check.LoadShedding(async work =>
        {
            if (!seats.Wait(0))
                return false;
            try
            {
                await work();
                return true;
            }
            finally
            {
                seats.Release();
            }
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
        Assert.Equal(4, seats.CurrentCount);
    }

    [Fact]
    public Task LoadShedding_ThatDoesAllWork_IsToldOfTheLimit() => NotYetAsync(
        Check.LoadShedding(async work =>
        {
            await work();
            return true;
        }),
        "10 pieces of work came at once, and 10 were under way, where 4 may be.");

    [Fact]
    public async Task LoadShedding_ThatQueues_IsToldWhoWaits()
    {
        using var seats = new SemaphoreSlim(4);

        await NotYetAsync(
            Check.LoadShedding(async work =>
            {
                await seats.WaitAsync();
                try
                {
                    await work();
                    return true;
                }
                finally
                {
                    seats.Release();
                }
            }),
            "and 6 waited for their turn. They are to be told no at once");
    }

    [Fact]
    public async Task LoadShedding_WithoutFinally_LosesAPlaceForEachFailure()
    {
        using var seats = new SemaphoreSlim(4);

        await NotYetAsync(
            Check.LoadShedding(async work =>
            {
                if (!seats.Wait(0))
                    return false;
                await work();
                seats.Release();
                return true;
            }),
            "After four pieces of work that failed, 0 of four new ones were let in.");
    }

    [Fact]
    public Task LoadShedding_WithALimitOfEachCallsOwn_IsAskedWhoCounts() => NotYetAsync(
        Check.LoadShedding(async work =>
        {
            using var seats = new SemaphoreSlim(4);
            if (!seats.Wait(0))
                return false;
            await work();
            return true;
        }),
        "Who counts them, and is it the same one for all?");

    [Fact]
    public async Task LoadShedding_ThatLetsOneInAtATime_IsToldHowManyMayBe()
    {
        using var seat = new SemaphoreSlim(1);

        await NotYetAsync(
            Check.LoadShedding(async work =>
            {
                if (!seat.Wait(0))
                    return false;
                try
                {
                    await work();
                    return true;
                }
                finally
                {
                    seat.Release();
                }
            }),
            "and 1 were let in, where 4 may be.");
    }

    private static async Task NotYetAsync(Task<Verdict> check, string hint)
    {
        var verdict = await check;

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
