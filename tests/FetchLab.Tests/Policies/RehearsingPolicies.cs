using FetchLab.Tests.Measuring;

namespace FetchLab.Tests.Policies;

public sealed class RehearsingPolicies : PolicyRuns
{
    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task ARun_RehearsesItsPoliciesApart_WhereItIsToBeWarm(bool warm, int pipelines)
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);
        var counting = new CountingPolicy();
        var options = new FetchOptions { Warm = warm, TimeProvider = Clock };

        var run = await Fetch.OneAtATime.With(Policy.Retry(2), counting).RunAsync(server.Pages(4), options, Cancelled);

        Assert.Equal(pipelines, counting.Seen.Count);
        Assert.Equal(run.Records, counting.Seen[^1]);
        // Attempts that fail, so that what a policy does about them is compiled too.
        Assert.All(counting.Seen.SkipLast(1), rehearsed => Assert.Equal([1, 2, 3], rehearsed.Select(record => record.Attempt)));
        Assert.All(counting.Seen.SkipLast(1), rehearsed => Assert.All(rehearsed, record => Assert.NotNull(record.Error)));
        Assert.Equal(warm ? 5 : 4, server.Requests.Count);
    }

    /// <remarks>A permit each thousand seconds, three failures until it opens, a hundred retries: all would show.</remarks>
    [Fact]
    public async Task WhatARehearsalDoes_StaysThere()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);
        var strategy = Fetch.OneAtATime.With(
            Policy.Retry(100), Policy.Limit(perSecond: 0.001, burst: 5), Policy.Breaker(failureRatio: 1, minimum: 3));

        var run = await strategy.RunAsync(server.Pages(5), new FetchOptions { TimeProvider = Clock }, Cancelled);

        Assert.Empty(Clock.Waits);
        Assert.Equal((5, 0), (run.Requests, run.Failed));
        Assert.All(run.Records, record => Assert.Equal(TimeSpan.Zero, record.Started));
    }
}
