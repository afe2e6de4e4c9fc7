using CsCheck;
using HdrHistogram;

namespace FetchLab.Tests.Measuring;

public sealed class SummarisingLatencies
{
    /// <remarks>1, 2, … up to 1,000 ticks: below 2,048 a histogram of three digits keeps each value as it is.</remarks>
    [Fact]
    public void AThousandSamples_HaveEveryPercentile()
    {
        var summary = LatencySummary.Of(OneTickTo(1000));

        Assert.Equal(
            new LatencySummary(1000, Ticks(500), Ticks(500), Ticks(900), Ticks(950), Ticks(990), Ticks(1000)),
            summary);
    }

    [Theory]
    [InlineData(1, new int[0])]
    [InlineData(19, new int[0])]
    [InlineData(20, new[] { 50 })]
    [InlineData(99, new[] { 50 })]
    [InlineData(100, new[] { 50, 90 })]
    [InlineData(199, new[] { 50, 90 })]
    [InlineData(200, new[] { 50, 90, 95 })]
    [InlineData(999, new[] { 50, 90, 95 })]
    [InlineData(1000, new[] { 50, 90, 95, 99 })]
    public void APercentile_NeedsTenSamplesBeyondIt(int samples, int[] told)
    {
        var summary = LatencySummary.Of(OneTickTo(samples))!;

        (int Percent, TimeSpan? Value)[] all = [(50, summary.P50), (90, summary.P90), (95, summary.P95), (99, summary.P99)];
        Assert.Equal(told, all.Where(percentile => percentile.Value is not null).Select(percentile => percentile.Percent));
        Assert.Equal((samples, Ticks(samples)), (summary.Samples, summary.Max));
    }

    [Fact]
    public void LongLatencies_AreExactToThreeDigits_AndNeverBeyondTheLongest()
    {
        var summary = LatencySummary.Of([.. Enumerable.Repeat(TimeSpan.FromMilliseconds(52.4), 1000)])!;

        Assert.Equal(Enumerable.Repeat<TimeSpan?>(TimeSpan.FromMilliseconds(52.4), 4), [summary.P50, summary.P90, summary.P95, summary.P99]);

        // A second more on top: now the same percentiles are the upper ends of the histogram's steps of 1/1024 or finer.
        var wide = LatencySummary.Of([.. Enumerable.Repeat(TimeSpan.FromMilliseconds(52.4), 1000), TimeSpan.FromSeconds(1)])!;
        Assert.InRange(wide.P50!.Value, TimeSpan.FromMilliseconds(52.4), TimeSpan.FromMilliseconds(52.4 * 1.001));
        Assert.Equal(TimeSpan.FromSeconds(1), wide.Max);
    }

    /// <remarks>
    /// A histogram knows a value to a step of at most its thousandth part; ours is known to the tick. Of a thousand samples each
    /// percentile has a rank that is whole: where it is not, a histogram rounds and the nearest rank goes up.
    /// </remarks>
    [Fact]
    public void Percentiles_AreThoseOfAnHdrHistogram() => Gen.Long[1, 600_000_000].Array[1_000].Sample(ticks =>
    {
        var histogram = new LongHistogram(1, 600_000_000, numberOfSignificantValueDigits: 3);
        foreach (var one in ticks)
            histogram.RecordValue(one);

        var summary = LatencySummary.Of(ticks.Select(Ticks))!;

        (double Percent, TimeSpan? Value)[] all = [(50, summary.P50), (90, summary.P90), (95, summary.P95), (99, summary.P99)];
        foreach (var (percent, value) in all)
            Assert.Equal(histogram.GetValueAtPercentile(percent), histogram.HighestEquivalentValue(value!.Value.Ticks));
    });

    [Fact]
    public void NoTimeAtAll_IsALatencyToo() => Assert.Equal(TimeSpan.Zero, LatencySummary.Of([.. new TimeSpan[20]])!.P50);

    [Fact]
    public void NoSamples_HaveNoSummary() => Assert.Null(LatencySummary.Of([]));

    private static TimeSpan[] OneTickTo(int count) => [.. Enumerable.Range(1, count).Reverse().Select(tick => Ticks(tick))];

    private static TimeSpan Ticks(long ticks) => new(ticks);
}
