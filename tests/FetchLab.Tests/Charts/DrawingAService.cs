using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingAService
{
    private static readonly PoolRun Starved = new(
        Runs.AtOnce(10) with { Strategy = "blocking", Makespan = Runs.Ms(100) },
        [new(0, 2, 0), new(20, 2, 8), new(40, 3, 8), new(60, 4, 5), new(80, 4, 0)]);

    [Fact]
    public void The_pools_threads_are_a_staircase_to_the_runs_end()
    {
        var figure = new[] { Starved, Starved with { Run = Starved.Run with { Strategy = "again" } } }.PoolThreads([Guess.Ms("my guess", 50)]);

        Assert.Equal("pool threads: blocking 4 at most, done in 100 ms, again 4 at most, done in 100 ms", figure.Title);
        Assert.Equal([0, 0.04, 0.06, 0.1], figure.Trace("blocking").Numbers("x"));
        Assert.Equal([2, 3, 4, 4], figure.Trace("blocking").Numbers("y"));
        Assert.Equal([0.05, 0.05], figure.Trace("my guess: 50 ms").Numbers("x"));
    }

    [Fact]
    public void What_waits_for_a_thread_rises_and_falls()
    {
        var line = new[] { Starved }.PoolQueue().Trace("blocking");

        Assert.Equal([0, 8, 5, 0, 0], line.Numbers("y"));
        Assert.Equal("There is no pool to show; give at least one run, such as new[] { blocking }.PoolThreads().", Refused(() => Array.Empty<PoolRun>().PoolQueue()));
    }

    [Fact]
    public void Means_at_one_slot_stand_beside_the_formulas_curve()
    {
        MeanLatency[] means =
        [
            new("model", 0.5, Runs.Ms(15), 1000), new("measured", 0.5, Runs.Ms(17), 10), MeanLatency.Of("measured", 0.8, Runs.OpenLoop(3)),
        ];

        var figure = means.OneSlot(serviceMs: 10, [Guess.Ms("my guess", 30), Guess.Ms("nobody's", double.NaN)]);

        Assert.Equal([0.5, 0.8], figure.Trace("measured").Numbers("x"));
        Assert.Equal([17, Runs.OpenLoop(3).CorrectedLatency!.Mean.TotalMilliseconds], figure.Trace("measured").Numbers("y"));
        Assert.Equal(15, figure.Trace("predicted").Numbers("y")[50]);
        Assert.Equal([30, 30], figure.Trace("my guess: 30 ms").Numbers("y"));
    }

    [Fact]
    public void Nothing_and_no_service_are_refused()
    {
        Assert.Equal("There is no mean to show; give at least one, such as MeanLatency.Of(\"measured\", 0.8, run).", Refused(() => Array.Empty<MeanLatency>().OneSlot(10)));
        Assert.Equal("serviceMs must be more than 0, but was 0; try 10.", Refused(() => new[] { new MeanLatency("model", 0.5, Runs.Ms(15), 1) }.OneSlot(0)));
    }

    private static string Refused(Func<Figure> draw) => Assert.Throws<FetchLabException>(draw).Message;
}
