using CsCheck;

namespace FetchLab.Tests.Modelling;

/// <summary>Closed forms that no model plays, by hand and by what they must satisfy.</summary>
public sealed class UsingFormulas
{
    private static readonly TimeSpan FiftyMs = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Makespans_ByHand()
    {
        TimeSpan[] latencies = [Ms(30), Ms(10), Ms(20), Ms(40)];

        Assert.Equal(Ms(100), Formula.MakespanOneAtATime(latencies));
        Assert.Equal((Ms(50), Ms(70)), (Formula.LeastMakespan(latencies, 2), Formula.MostMakespan(latencies, 2)));
        Assert.Equal(Ms(40), Formula.LeastMakespan(latencies, 10));
        Assert.Equal(Ms(550), Formula.MakespanInRounds(pages: 101, workers: 10, FiftyMs));
        Assert.Equal(Ms(50), Formula.MakespanInRounds(pages: 1, workers: int.MaxValue, FiftyMs));
    }

    /// <remarks>A third of a tick more is no whole one: the least is rounded up, the most down.</remarks>
    [Fact]
    public void Bounds_RoundedToATick_AreBounds()
    {
        TimeSpan[] latencies = [new(5), new(5), new(3)];

        Assert.Equal((5, 7), (Formula.LeastMakespan(latencies, 3).Ticks, Formula.MostMakespan(latencies, 3).Ticks));
        Assert.Equal((7, 9), (Formula.LeastMakespan(latencies, 2).Ticks, Formula.MostMakespan(latencies, 2).Ticks));
    }

    [Fact]
    public void Slots_ByHand()
    {
        Assert.Equal(44, Formula.Knee(slots: 4, FiftyMs, Ms(5)));
        Assert.Equal(4, Formula.Knee(slots: 4, TimeSpan.Zero, Ms(5)));
        Assert.Equal(Ms(55), Formula.SteadyLatency(44, FiftyMs, Ms(5), slots: 4));
        Assert.Equal(Ms(110), Formula.SteadyLatency(88, FiftyMs, Ms(5), slots: 4));
        Assert.Equal(Ms(125), Formula.MakespanOnSlots(pages: 100, inFlight: 44, FiftyMs, Ms(5), slots: 4));
        Assert.Equal(Ms(550), Formula.MakespanOnSlots(pages: 100, inFlight: 10, FiftyMs, Ms(5), slots: 4));
        Assert.Equal(10, Formula.MeanInFlight(throughput: 200, FiftyMs));
    }

    /// <remarks>Eight in flight on four slots: the first eight take 5 and 10 ms, four each, and the other eight 10 ms.</remarks>
    [Fact]
    public void MeanLatencyOfABatch_ByHand() =>
        Assert.Equal(Ms(8.75), Formula.MeanLatencyOfBatch(pages: 16, inFlight: 8, Ms(5), slots: 4));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 15)]
    [InlineData(0.8, 30)]
    [InlineData(0.95, 105)]
    public void LatencyOfOneSlot_ByHand(double utilisation, double milliseconds) =>
        Assert.Equal(Ms(milliseconds), Formula.LatencyOfOneSlot(Ms(10), utilisation));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(0.5, 100)]
    [InlineData(0.8, 250)]
    public void DelayedByStall_ByHand(double utilisation, double requests) =>
        Assert.Equal(requests, Formula.DelayedByStall(100, Ms(500), utilisation), precision: 9);

    [Theory]
    [InlineData(0, 4, 4)]
    [InlineData(1, 4, 1)]
    [InlineData(0.5, 3, 1.5)]
    [InlineData(0.1, int.MaxValue, 10)]
    public void SpeedUp_ByHand(double serial, int processors, double speedUp) =>
        Assert.Equal(speedUp, Formula.SpeedUp(serial, processors), tolerance: 1e-7);

    /// <remarks>The tutorial's 36 s on one thread and 22.1 s on ten, if Amdahl's law were all there is.</remarks>
    [Fact]
    public void SpeedUp_OfTheTutorial() => Assert.Equal(36 / 22.1, Formula.SpeedUp(serial: 0.57, 10), tolerance: 0.005);

    [Theory]
    [InlineData(0, 3, 1, 1)]
    [InlineData(0.5, 2, 1.75, 0.875)]
    [InlineData(1, 3, 4, 0)]
    [InlineData(0.25, 0, 1, 0.75)]
    public void Retries_ByHand(double failure, int retries, double attempts, double success)
    {
        Assert.Equal(attempts, Formula.ExpectedAttempts(failure, retries), precision: 12);
        Assert.Equal(success, Formula.SuccessWithRetries(failure, retries), precision: 12);
    }

    /// <remarks>0.5·100 + 0.25·200 + 0.125·300 ms, where the third wait is cut from 400 ms; half of it with jitter.</remarks>
    [Fact]
    public void Backoff_ByHand()
    {
        Assert.Equal(Ms(137.5), Formula.ExpectedBackoff(0.5, retries: 3, Ms(100), cap: Ms(300), jitter: false));
        Assert.Equal(Ms(68.75), Formula.ExpectedBackoff(0.5, retries: 3, Ms(100), cap: Ms(300)));
        Assert.Equal(TimeSpan.Zero, Formula.ExpectedBackoff(0, retries: 3, Ms(100), cap: Ms(300)));
        Assert.Equal(Ms(600), Formula.ExpectedBackoff(1, retries: 3, Ms(100), cap: Ms(300), jitter: false));
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(4999, 12)]
    [InlineData(5000, 13)]
    [InlineData(18000, 15)]
    public void ThroughABreaker_ByHand(double timeMs, double requests) =>
        Assert.Equal(requests, Formula.MostThroughBreaker(minimum: 3, inFlight: 10, Ms(timeMs), Ms(5000)));

    /// <remarks>Wald's identity: each attempt succeeds with 1−p, and a page succeeds once at most.</remarks>
    [Fact]
    public void Retries_SucceedAsOftenAsTheirAttempts() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 50]).Sample((failure, retries) => Assert.Equal(
            (1 - failure) * Formula.ExpectedAttempts(failure, retries),
            Formula.SuccessWithRetries(failure, retries),
            tolerance: 1e-12));

    [Fact]
    public void Layers_Multiply() => Assert.Equal((16, 4, 1), (
        Formula.AttemptsThroughLayers(retries: 3, layers: 2),
        Formula.AttemptsThroughLayers(retries: 3, layers: 1),
        Formula.AttemptsThroughLayers(retries: 0, layers: 9)));

    /// <remarks>The bucket is played: it is full at first, and a permit comes every so many ticks while it is not.</remarks>
    [Fact]
    public void LastStart_IsThatOfATokenBucket() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[1, 9]).Sample((attempts, burst, period) =>
        {
            var (permits, now, last) = (burst, 0, 0);
            for (var left = attempts; left > 0; now++)
            {
                if (now > 0 && now % period == 0)
                    permits++;
                for (; permits > 0 && left > 0; permits--, left--)
                    last = now;
            }

            Assert.Equal(last, Formula.LeastLastStart(attempts, burst, (double)TimeSpan.TicksPerSecond / period).Ticks);
        });

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 20)]
    [InlineData(0.9, 100)]
    [InlineData(0.99, 1_000)]
    [InlineData(0.999, 10_000)]
    [InlineData(0.97, 334)]
    public void SamplesFor_APercentile_AreTenBeyondIt(double quantile, int samples) =>
        Assert.Equal(samples, Formula.SamplesFor(quantile));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.01)]
    [InlineData(2, 0.0199)]
    [InlineData(100, 0.633968)]
    public void ChanceOfOneBeyond_P99_ByHand(int samples, double chance) =>
        Assert.Equal(chance, Formula.ChanceOfOneBeyond(samples), precision: 6);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
