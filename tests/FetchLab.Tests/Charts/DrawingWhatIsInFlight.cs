using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingWhatIsInFlight
{
    // Three fetches: from 0 to 10, from 2 to 6, and from 6 to 8 on the same worker.
    private static readonly FetchRun Three = Runs.Run("2 threads", 2, [
        Runs.Fetch(0, 1, 0, 0, 9, 10), Runs.Fetch(1, 2, 0, 2, 5, 6), Runs.Fetch(2, 2, 6, 6, 7, 8)]);

    [Fact]
    public void The_line_steps_where_fetches_begin_and_end()
    {
        var line = Three.InFlight().Trace("measured");

        Assert.Equal([0, 0, 2, 6, 8, 10], line.Numbers("x"));
        Assert.Equal([0, 1, 2, 2, 1, 0], line.Numbers("y"));
        Assert.Equal("hv", line.GetProperty("line").GetProperty("shape").GetString());
    }

    [Fact]
    public void The_predicted_level_is_the_workers_or_the_pages_if_those_are_fewer()
    {
        Assert.Equal([2, 2], Three.InFlight().Trace("predicted").Numbers("y"));
        Assert.Equal([3, 3], (Three with { Workers = 10 }).InFlight().Trace("predicted").Numbers("y"));
        Assert.Equal([0, 10], Three.InFlight().Trace("predicted").Numbers("x"));
    }

    [Fact]
    public void In_an_open_loop_the_predicted_level_is_the_rate_times_the_held_time() =>
        // 100 a second, held for 50.5 ms each.
        Assert.Equal([5.05, 5.05], Runs.OpenLoop(8).InFlight().Trace("predicted").Numbers("y"));

    [Fact]
    public void An_open_loop_without_held_times_has_no_predicted_level()
    {
        var run = Runs.OpenLoop(8);

        var figure = (run with { Records = [.. run.Records.Select(record => record with { Held = null })] }).InFlight();

        Assert.Equal(["measured"], figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString()));
    }

    [Fact]
    public void The_predicted_level_counts_pages_and_not_attempts() =>
        Assert.Equal([2, 2], (Runs.Retried() with { Workers = 10 }).InFlight().Trace("predicted").Numbers("y"));

    [Fact]
    public void Workers_that_a_policy_makes_wait_are_not_the_predicted_level()
    {
        var run = Runs.OnThreads(4, 20);
        run = run with { Records = [.. run.Records.Select(record => record with { Held = TimeSpan.FromMilliseconds(10) })] };

        FetchRun Predicted(double milliseconds) => run with { PredictedFromHeld = new(TimeSpan.FromMilliseconds(milliseconds), "") };

        // 20 pages of 10 ms, in 50 ms and in 250 ms.
        Assert.Equal([4, 4], Predicted(50).InFlight().Trace("predicted").Numbers("y"));
        Assert.Equal([0.8, 0.8], Predicted(250).InFlight().Trace("predicted").Numbers("y"));
    }

    [Fact]
    public void The_title_has_the_mean_that_all_time_in_flight_makes() =>
        Assert.Equal("2 threads: 1.6 in flight on average, at most 2", Three.InFlight().Title);

    [Fact]
    public void Of_very_many_changes_the_peak_is_kept_and_the_line_begins_and_ends_at_zero()
    {
        var line = Runs.OnThreads(50, 20_000).InFlight().Trace("measured").Numbers("y");

        Assert.InRange(line.Length, 2, 500);
        Assert.Equal(0, line[0]);
        Assert.Equal(50, line.Max());
        Assert.Equal(0, line[^1]);
    }

    [Fact]
    public void The_text_has_a_line_a_change() =>
        Assert.EndsWith("from (ms)  in flight\n        0          0\n        0          1\n        2          2\n        6          2\n        8          1\n       10          0",
            Three.InFlight().ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_run_without_fetches_is_refused_in_one_sentence() => Assert.StartsWith(
        "The run 'none' has no fetches to draw;", Assert.Throws<FetchLabException>(Runs.Run("none", 1, []).InFlight).Message, StringComparison.Ordinal);
}
