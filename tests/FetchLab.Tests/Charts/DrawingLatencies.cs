using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingLatencies
{
    [Fact]
    public void The_curve_steps_up_by_one_fetch_at_each_latency()
    {
        var curve = Of(30, 10, 20, 40).Latencies().Trace("one at a time");

        Assert.Equal([10, 10, 20, 30, 40], curve.Numbers("x"));
        Assert.Equal([0, 25, 50, 75, 100], curve.Numbers("y"));
        Assert.Equal("hv", curve.GetProperty("line").GetProperty("shape").GetString());
    }

    [Theory]
    [InlineData(19, "")]
    [InlineData(20, "50")]
    [InlineData(99, "50")]
    [InlineData(100, "50 90")]
    [InlineData(200, "50 90 95")]
    [InlineData(1000, "50 90 95 99")]
    public void A_percentile_is_marked_where_ten_fetches_lie_beyond_it(int fetches, string marked)
    {
        var figure = Of([.. Enumerable.Range(1, fetches).Select(ms => (double)ms)]).Latencies();

        var dots = figure.Json().GetProperty("data").EnumerateArray().FirstOrDefault(trace => trace.TryGetProperty("marker", out var marker) && marker.TryGetProperty("symbol", out _));
        Assert.Equal(marked, dots.ValueKind == default ? "" : string.Join(' ', dots.Numbers("y")));
    }

    [Fact]
    public void A_percentile_is_the_latency_of_the_nearest_rank()
    {
        var figure = Of([.. Enumerable.Range(1, 1000).Select(ms => (double)ms)]).Latencies();

        Assert.Equal([500, 900, 950, 990], figure.Trace("percentiles").Numbers("x"));
        Assert.Equal("one at a time: latency of 1000 pages: p50 500 ms, p90 900 ms, p95 950 ms, p99 990 ms, max 1.00 s", figure.Title);
        Assert.Contains("p99 990 ms", figure.Still().Texts());
        Assert.Contains("500 ms  900 ms  950 ms  990 ms  1.00 s", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_fetches_are_left_out_and_counted()
    {
        var figure = Runs.Small().Latencies();

        Assert.Equal([51, 51], figure.Trace("2 threads").Numbers("x"));
        Assert.StartsWith("2 threads: latency of 2 pages (1 failed): ", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void In_an_open_loop_they_count_from_the_intended_start_and_the_axis_says_so()
    {
        var figure = Runs.OpenLoop(2).Latencies();

        Assert.Equal([56, 56, 56], figure.Trace("open loop, 100/s").Numbers("x"));
        Assert.Equal("latency from the intended start (ms)", AxisTitle(figure));
        Assert.Equal("open loop, 100/s: latency from the intended start of 2 pages: max 56 ms", figure.Title);
    }

    [Fact]
    public void Beside_a_closed_loop_the_axis_says_which_count_from_the_intended_start() =>
        Assert.Equal("latency, in an open loop from the intended start (ms)", AxisTitle(Lab.Latencies(Runs.OpenLoop(2), Of(50, 52))));

    [Fact]
    public void Latencies_far_apart_stand_on_a_logarithmic_axis()
    {
        var axis = Of(1, 2000).Latencies().Json().GetProperty("layout").GetProperty("xaxis");

        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal("latency (s, log scale)", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(["0.001", "0.01", "0.1", "1", "10"], axis.GetProperty("ticktext").EnumerateArray().Select(text => text.GetString()));
    }

    [Fact]
    public void Two_runs_of_one_strategy_are_told_apart()
    {
        var names = Lab.Latencies(Of(1, 2), Of(3, 4)).Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString());

        Assert.Equal(["one at a time", "one at a time (2)"], names);
    }

    [Fact]
    public void A_run_in_which_nothing_succeeded_is_refused_in_one_sentence()
    {
        var run = Runs.Run("one at a time", 1, [Runs.Fetch(0, 1, 0, 0, 1, 1) with { Error = "the connection was refused." }]);

        Assert.Equal(
            "The run 'one at a time' has no fetch that succeeded; run it with at least 1 page that answers.",
            Assert.Throws<FetchLabException>(run.Latencies).Message);
    }

    private static string? AxisTitle(FetchLab.Charts.Figure figure) =>
        figure.Json().GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString();

    private static FetchRun Of(params double[] milliseconds) =>
        Runs.Run("one at a time", 1, [.. milliseconds.Select((ms, index) => Runs.Fetch(index, 1, 0, 0, ms, ms))]);
}
