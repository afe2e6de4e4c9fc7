namespace FetchLab.Tests.Strategies;

/// <summary>Numbers worked by hand from the formulas.</summary>
public sealed class Predicting
{
    [Fact]
    public void OneAtATime_IsTheSum() =>
        AssertPredicts(60, "ΣLᵢ", Fetch.OneAtATime, 10, 20, 30);

    [Fact]
    public void OneThreadAsync_IsAtLeastTheLongest()
    {
        AssertPredicts(30, "≥ max Lᵢ", Fetch.OneThreadAsync, 10, 30, 20);
        Assert.True(Fetch.OneThreadAsync.Predict([TimeSpan.Zero]).IsLowerBound);
    }

    [Fact]
    public void Prediction_SaysItsTimeItsFormulaAndWhetherItIsABound()
    {
        Assert.Equal("60 ms (ΣLᵢ)", Fetch.OneAtATime.Predict(Milliseconds(10, 20, 30)).ToString());
        Assert.Equal("at least 30 ms (≥ max Lᵢ)", Fetch.OneThreadAsync.Predict(Milliseconds(10, 20, 30)).ToString());
    }

    [Theory]
    [InlineData(100, 10, 500)]
    [InlineData(101, 10, 550)]
    [InlineData(99, 10, 500)]
    [InlineData(7, 1, 350)]
    [InlineData(3, 20, 50)]
    public void Threads_AtConstantLatency_IsTheNumberOfRounds(int pages, int workers, int milliseconds) =>
        AssertPredicts(milliseconds, "⌈N/W⌉·L", Fetch.Threads(workers), [.. Enumerable.Repeat(50, pages)]);

    /// <remarks>Two workers: 30 | 10 20 → the second is free at 10, takes 20 to 30; then 40 goes to the first: 70.</remarks>
    [Fact]
    public void Threads_OtherwiseIsTheScheduleInTheGivenOrder() =>
        AssertPredicts(70, "list schedule: ΣL/W ≤ T ≤ ΣL/W + (1−1/W)·max L", Fetch.Threads(2), 30, 10, 20, 40);

    /// <remarks>The same four pages with the longest first: 40 | 30 10, then 20 at 40 (either worker): 60.</remarks>
    [Fact]
    public void Threads_ChangesWithTheOrder() =>
        Assert.Equal(TimeSpan.FromMilliseconds(60), Fetch.Threads(2).Predict(Milliseconds(40, 30, 10, 20)).Makespan);

    [Fact]
    public void Threads_StaysWithinTheBoundsOfItsFormula()
    {
        var random = new Random(7);
        for (var workers = 1; workers <= 20; workers++)
        {
            var latencies = Milliseconds([.. Enumerable.Range(0, 50).Select(_ => random.Next(1, 100))]);

            var makespan = Fetch.Threads(workers).Predict(latencies).Makespan;

            var share = latencies.Aggregate(TimeSpan.Zero, (sum, latency) => sum + latency) / workers;
            Assert.InRange(makespan, share, share + ((1 - (1.0 / workers)) * latencies.Max()) + TimeSpan.FromTicks(1));
        }
    }

    private static void AssertPredicts(int milliseconds, string formula, FetchStrategy strategy, params int[] latencies)
    {
        var prediction = strategy.Predict(Milliseconds(latencies));

        Assert.Equal((TimeSpan.FromMilliseconds(milliseconds), formula), (prediction.Makespan, prediction.Formula));
    }

    private static TimeSpan[] Milliseconds(params int[] latencies) =>
        [.. latencies.Select(latency => TimeSpan.FromMilliseconds(latency))];
}
