using FetchLab.Tests.Origin;
using Microsoft.Data.Analysis;

namespace FetchLab.Tests.Measuring;

/// <summary>Runs of other programs: their rows, joined with what the origin noted of their requests.</summary>
public sealed class ReadingRows(OriginFixture origin) : IClassFixture<OriginFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_BecomeARun_WithTheOriginsTimesAndCounts()
    {
        var pages = origin.Site.Pages(3, 5);
        var run = await FetchAsync(pages);

        var read = Assert.Single(await origin.Site.ReadAsync(
            [new("go", run, 1, 7, 12, 10, 30), new("go", run, 0, 7, 11, 0, 20), new("go", run, 2, 7, 11, 20, 40)],
            pages, _ => Fetch.Threads(2), Cancelled));

        Assert.Equal(("go", run, 2, 2, 40.0), (read.Strategy, read.RunId, read.Workers, read.PeakInFlight, read.Makespan.TotalMilliseconds));
        Assert.Equal([(0, 0, 11), (1, 1, 12), (2, 0, 11)], read.Records.Select(record => (record.Index, record.Worker, record.ThreadIdAtStart)));
        Assert.All(read.Records, record => Assert.True(record.Held >= TimeSpan.FromMilliseconds(5) && record.Status == 200));
        Assert.Equal((3, 1), (read.Origin!.Requests, read.Origin.Connections));
        Assert.Equal([true, false, false], read.Records.Select(record => record.NewConnection));
        Assert.Equal(TimeSpan.FromMilliseconds(10), read.Predicted.Makespan);
        Assert.Equal(Fetch.Threads(2).Predict([.. read.Records.Select(record => record.Held!.Value)]), read.PredictedFromHeld);
    }

    [Fact]
    public async Task Frames_OfSeveralPrograms_AreARunEach()
    {
        var pages = origin.Site.Pages(2, 0);
        var (first, second) = (await FetchAsync(pages), await FetchAsync(pages));
        var frame = new DataFrame(
            new StringDataFrameColumn("program", ["b", "b", "a", "a"]), new StringDataFrameColumn("run", [first, first, second, second]),
            new Int64DataFrameColumn("index", [0, 1, 0, 1]), new Int32DataFrameColumn("process", [7, 7, 8, 8]), new Int64DataFrameColumn("thread", [1, 1, 1, 2]),
            new DoubleDataFrameColumn("started_ms", [0, 2, 0, 0.5]), new DoubleDataFrameColumn("finished_ms", [1, 3, 1, 2.5]));

        var runs = await origin.Site.ReadAsync(frame, pages, program => program == "a" ? Fetch.Async() : Fetch.OneAtATime, Cancelled);

        Assert.Equal([("b", 1, 3.0), ("a", 2, 2.5)], runs.Select(run => (run.Strategy, run.PeakInFlight, run.Makespan.TotalMilliseconds)));
    }

    [Fact]
    public async Task Frame_WithoutAColumn_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(() => origin.Site.ReadAsync(
            new DataFrame(new StringDataFrameColumn("program", ["a"])), origin.Site.Pages(1, 0), _ => Fetch.OneAtATime, Cancelled));

        Assert.Equal("the rows have no column 'run'; they need program, run, index, process, thread, started_ms and finished_ms.", refused.Message);
    }

    [Theory]
    [InlineData(1, 0, 1, "a row of 'go' is of page 1, but there are 1; pages count from 0.")]
    [InlineData(0, 5, 1, "page 0 of 'go' goes from 5 to 1 ms; a row has milliseconds from the start of its run, such as 0 and 52.5.")]
    [InlineData(0, double.NaN, 1, "page 0 of 'go' goes from NaN to 1 ms; a row has milliseconds from the start of its run, such as 0 and 52.5.")]
    [InlineData(0, 0, 1, "the origin knows no request for page 0 of run 'red'; send it with a header such as FetchLab-Run: red/0.")]
    public async Task Row_ThatCannotBeUsed_IsRefused(int index, double started, double finished, string sentence)
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(() => origin.Site.ReadAsync(
            [new("go", "red", index, 1, 1, started, finished)], origin.Site.Pages(1, 0), _ => Fetch.OneAtATime, Cancelled));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task NoRows_AreRefused() => Assert.Equal(
        "there are no rows; give at least one for each page that was fetched.",
        (await Assert.ThrowsAsync<FetchLabException>(() => origin.Site.ReadAsync([], origin.Site.Pages(1, 0), _ => Fetch.OneAtATime, Cancelled))).Message);

    private async Task<string> FetchAsync(IReadOnlyList<Page> pages)
    {
        var run = Guid.NewGuid().ToString("N");
        using var client = new RawClient(origin.Site);
        foreach (var page in pages) await client.AskAsync(page.Url.PathAndQuery, run, page.Index);
        return run;
    }
}
