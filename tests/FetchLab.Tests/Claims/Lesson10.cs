using FetchLab.Parsing;

namespace FetchLab.Tests.Claims;

/// <summary>Waiting and computing: what overlaps, on how many threads, and what a queue between the two holds.</summary>
public sealed class Lesson10(OriginFixture origin)
{
    private const int Pages = 30;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <remarks>The fetches of one thread are all in at the origin at once: its gate would hold them for ever if not.</remarks>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FetchesOverlap_AndEveryPageIsParsed(bool oneThread)
    {
        var id = Guid.NewGuid().ToString();
        using var http = origin.Site.NewClient(id);
        var pages = origin.Site.Pages(Pages, new PageSpec { Latency = 5, Bytes = 20_000, Gate = 10 });

        var run = await Pipeline.From(pages)
            .Then("fetch", 10, page => http.GetStringAsync(page.Url))
            .Then("parse", 2, ParsedPage.Of)
            .RunAsync(capacity: 4, oneThread, cancellationToken: Cancelled);

        var counts = await origin.Site.CountsAsync(id, Cancelled);
        Assert.Equal((Pages, 10), (counts.Requests, counts.PeakInFlight));
        Assert.Equal(pages.Select(page => $"{page.Host}, page {page.Index}"), run.Results.Select(page => page.Title));
        Assert.InRange(run.Queues[0].Peak, 0, 4);
        Assert.Equal(10, run.PeakOf("fetch"));
        Assert.InRange(run.PeakOf("parse"), 1, oneThread ? 1 : 2);
        Assert.Equal(oneThread ? 1 : run.Of("parse").Select(record => record.Worker).Distinct().Count(), run.Of("parse").Select(record => record.ThreadIdAtStart).Distinct().Count());
    }

    /// <remarks>An identity of any run: W workers are at work for W times the makespan at most.</remarks>
    [Fact]
    public async Task NoRun_IsShorterThanItsBusiestStage()
    {
        var run = await Pipeline.From(Enumerable.Range(0, 40).ToList())
            .Then("wait", 5, async item =>
            {
                await Task.Delay(2);
                return new string('x', 20_000 + item);
            })
            .Then("compute", 2, ParsedPage.Of)
            .RunAsync(capacity: 3, cancellationToken: Cancelled);

        Assert.InRange(run.LeastMakespan, TimeSpan.FromMilliseconds(40 * 2 / 5), run.Makespan);
    }

    /// <summary>Async alone shares out the waiting; cores share out the computing.</summary>
    [Fact]
    public void ThePrediction_SharesOutComputingByTheCoresAlone()
    {
        var pipeline = Pipeline.From(new int[100])
            .Then("fetch", 20, Task.FromResult, TimeSpan.FromMilliseconds(20))
            .Then("parse", 4, item => item, TimeSpan.FromMilliseconds(6));

        Assert.Equal([600, 300, 150], new[] { 1, 2, 4 }.Select(cores => pipeline.Predict(cores)!.Makespan.TotalMilliseconds));
        Assert.Equal(150, pipeline.Predict(processors: 64)!.Makespan.TotalMilliseconds);
        Assert.Equal(600, pipeline.Predict(oneThread: true)!.Makespan.TotalMilliseconds);
    }
}
