using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingDisasters
{
    private static readonly DisasterRun Starved = new(
        Disaster.SleepOnThePool, [new("started", 0, 0, 3, 2), new("seen", 500, 1, 3, 3), new("seen", 1000, 3, 3, 3)], false, TimeSpan.FromSeconds(8), 7);

    private static readonly DisasterRun Hanging = new(
        Disaster.ResultOnTheLoop, [new("asked", 10, 0, 1, 0)], true, TimeSpan.FromSeconds(2), 8);

    [Fact]
    public void The_pools_threads_are_a_staircase()
    {
        var line = new[] { Starved }.PoolThreads().Trace("SleepOnThePool");

        Assert.Equal([0, 0.5, 1, 1], line.Numbers("x"));
        Assert.Equal([2, 3, 3, 3], line.Numbers("y"));
    }

    [Fact]
    public void What_hangs_is_drawn_to_its_deadline()
    {
        var figure = new[] { Starved, Hanging }.Finished([Guess.Seconds("my guess", 1.5), Guess.Seconds("none", double.NaN)]);

        Assert.Equal("done: SleepOnThePool done in 1.00 s, ResultOnTheLoop 0 of 1 at its deadline", figure.Title);
        Assert.Equal([0.01, 2], figure.Trace("ResultOnTheLoop").Numbers("x"));
        Assert.Equal([1.5, 1.5], figure.Trace("my guess: 1.50 s").Numbers("x"));
    }

    [Fact]
    public void A_guess_beyond_twice_the_time_is_drawn_there_with_an_arrow()
    {
        var figure = new[] { Hanging }.Finished([Guess.Seconds("far", 24)]);

        Assert.Equal([4, 4], figure.Trace("far: → 24.00 s").Numbers("x"));
    }

    [Fact]
    public void A_summary_says_how_each_ended()
    {
        var frame = new[] { Starved, Hanging }.Summary();

        Assert.Equal(["done", "at its deadline"], frame["ended"].Cast<string>());
        Assert.Equal([1, 2], frame["took_s"].Cast<double>());
        Assert.Equal(3, Starved.ToDataFrame().Rows.Count);
    }
}
