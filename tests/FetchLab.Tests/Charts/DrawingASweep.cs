using System.Text;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingASweep
{
    // 20 pages, each held for 50.5 ms: so says every record.
    private static readonly FetchRun[] Runs20 = Figures.Sweep(20);

    [Fact]
    public void Dots_stand_over_the_worker_counts_at_the_makespans()
    {
        var dots = Runs20.Reverse().Sweep().Trace("W threads");

        Assert.Equal([1, 2, 4, 8, 16], dots.Numbers("x"));
        Assert.Equal(Runs20.Select(run => run.Makespan.TotalSeconds), dots.Numbers("y").Select(y => Math.Round(y, 7)), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void The_curve_is_the_formula_at_every_whole_number_of_workers()
    {
        var curve = Runs20.Sweep().Trace("predicted");

        Assert.Equal(Enumerable.Range(1, 16).Select(workers => (double)workers), curve.Numbers("x"));
        Assert.Equal(
            new[] { 20, 10, 7, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2 }.Select(turns => turns * 0.0505), curve.Numbers("y"), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void With_slots_the_curve_ends_level_and_the_knee_is_where_it_does()
    {
        // Half of L holds one of 4 slots: C* = 4·L/(L/2) = 8, and 20 pages take at least 20·25.25/4 = 126.25 ms.
        var figure = Runs20.Sweep(slots: 4, serviceMs: 25.25);

        Assert.Equal([8, 8], figure.Trace("knee at 8 workers").Numbers("x"));
        Assert.Equal(0.1515, figure.Trace("predicted").Numbers("y")[7]);
        Assert.Equal([0.12625], figure.Trace("predicted").Numbers("y")[9..].Distinct());
        Assert.Contains("knee at 8 workers", figure.Still().Texts());
    }

    [Fact]
    public void Where_all_of_a_fetch_holds_a_slot_the_knee_is_at_the_slots() =>
        Assert.Equal([4, 4], Runs20.Sweep(slots: 4).Trace("knee at 4 workers").Numbers("x"));

    [Fact]
    public void A_knee_beyond_the_runs_is_in_the_picture()
    {
        var figure = Runs20.Sweep(slots: 32);

        Assert.Equal(32, figure.Trace("predicted").Numbers("x")[^1]);
        Assert.InRange(Math.Pow(10, figure.Json().GetProperty("layout").GetProperty("xaxis").Numbers("range")[1]), 32, 64);
    }

    [Fact]
    public void A_knee_far_beyond_the_runs_leaves_the_picture_to_them()
    {
        var figure = Runs20.Sweep(slots: 129);

        Assert.Equal(["predicted", "W threads"], figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString()));
        Assert.Equal(16, figure.Trace("predicted").Numbers("x")[^1]);
    }

    [Fact]
    public void Throughput_of_different_numbers_of_pages_is_compared_with_the_steady_state()
    {
        var runs = new[] { 1, 2, 4 }.Select(workers => Runs.OnThreads(workers, 20 * workers));

        var figure = runs.Sweep(SweepOf.Throughput, slots: 2);

        Assert.Equal([19.802, 39.604, 39.604, 39.604], figure.Trace("predicted").Numbers("y"));
        Assert.Equal(80 / Runs.OnThreads(4, 80).Makespan.TotalSeconds, figure.Trace("W threads").Numbers("y")[2], tolerance: 0.01);
    }

    [Fact]
    public void Strategies_are_series_of_their_own_and_their_numbers_are_not()
    {
        var figure = Lab.Sweep(Runs.OnThreads(1, 20) with { Strategy = "1 thread" }, Runs.OnThreads(16, 20), Runs.AtOnce(20));

        Assert.Equal(["predicted", "W threads", "one thread, async"], figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString()));
        Assert.Equal([1, 16], figure.Trace("W threads").Numbers("x"));
        Assert.Equal([20], figure.Trace("one thread, async").Numbers("x"));
    }

    [Theory]
    [InlineData("channel, 1 consumer", 1, "channel, 8 consumers", 8, "channel, W consumers")]
    [InlineData("async, at most 2", 2, "async, at most 16", 16, "async, at most W")]
    [InlineData("HTTP/2, 4 threads", 4, "HTTP/2, 2 threads", 2, "HTTP/2, W threads")]
    public void The_worker_count_in_a_name_becomes_W(string one, int workersOfOne, string other, int workersOfOther, string series)
    {
        var figure = Lab.Sweep(Runs.OnThreads(workersOfOne, 20) with { Strategy = one }, Runs.OnThreads(workersOfOther, 20) with { Strategy = other });

        Assert.Equal(2, figure.Trace(series).GetProperty("x").GetArrayLength());
    }

    [Fact]
    public void The_text_is_a_table()
    {
        var text = Runs20.Sweep().ToString();

        Assert.Contains(" 4 threads        4     20 ", text, StringComparison.Ordinal);
        Assert.StartsWith("time for all pages: 1.00 s with 1 worker, 100 ms with 16\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slider_of_seven_worker_counts_is_at_most_200_KB()
    {
        var runs = new[] { 1, 2, 4, 8, 16, 32, 64 }.Select(workers => Runs.OnThreads(workers, 100));

        Assert.InRange(Encoding.UTF8.GetByteCount(runs.Timelines().ToPlotlyJson()), 1, 200_000);
    }

    [Fact]
    public void Bad_input_is_refused_in_one_sentence()
    {
        Assert.Equal(
            "slots must be at least 1, but was 0; try 8, or leave it out.", Refused(() => Runs20.Sweep(slots: 0)));
        Assert.Equal(
            "serviceMs must be more than 0, but was -1; try 10, or leave it out.", Refused(() => Runs20.Sweep(slots: 1, serviceMs: -1)));
        Assert.Equal(
            "makespans can be compared over the same pages, but there were 20 to 40 pages; try Sweep(SweepOf.Throughput).",
            Refused(() => Lab.Sweep(Runs.OnThreads(1, 20), Runs.OnThreads(2, 40))));
        Assert.StartsWith("There is no run to show;", Refused(() => Lab.Sweep()), StringComparison.Ordinal);
        Assert.StartsWith("The run 'none' has no fetches to draw;", Refused(() => Lab.Sweep(Runs.Run("none", 1, []))), StringComparison.Ordinal);
    }

    private static string Refused(Func<Figure> draw) => Assert.Throws<FetchLabException>(() => draw()).Message;
}
