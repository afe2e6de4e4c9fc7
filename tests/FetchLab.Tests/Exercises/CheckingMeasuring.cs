using System.Diagnostics;

namespace FetchLab.Tests.Exercises;

/// <summary>The solutions of lesson 09, and answers that look right.</summary>
public sealed class CheckingMeasuring
{
    [Fact]
    public async Task SamplesFor_TenBeyond_IsRight()
    {
        Assert.True((await Check.SamplesFor(quantile => (int)Math.Ceiling(10 / (1 - (decimal)quantile)))).IsRight);
        // In binary, which gives one too many for p90.
        Assert.True((await Check.SamplesFor(quantile => (int)Math.Ceiling(10 / (1 - quantile)))).IsRight);
    }

    [Fact]
    public Task SamplesFor_OneBeyond_IsTooFew() => NotYetAsync(
        Check.SamplesFor(quantile => (int)Math.Round(1 / (1 - quantile))), "Of 2 samples, fewer than ten lie beyond the 0.5 quantile.");

    [Fact]
    public Task SamplesFor_ThatIsTheSameForAll_IsTooMany() => NotYetAsync(
        Check.SamplesFor(_ => 100), "100 samples for the 0.5 quantile are more than are needed");

    [Fact]
    public async Task Percentile_ByNearestRank_IsRight()
    {
        var verdict = await Check.Percentile((latencies, quantile) =>
        {
            var rank = (int)Math.Ceiling((decimal)quantile * latencies.Length);
            return latencies.Length - rank < 10 ? null : latencies.Order().ElementAt(rank - 1);
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public Task Percentile_CountedFromZero_IsAskedForItsRank() => NotYetAsync(
        Check.Percentile((latencies, quantile) => latencies.Order().ElementAt((int)(quantile * latencies.Length))),
        "Of the latencies 1 to 100 ms in some order, 51 came for the quantile 0.5.");

    [Fact]
    public Task Percentile_OfWhatIsNotSorted_IsAskedForTheOrder() => NotYetAsync(
        Check.Percentile((latencies, quantile) => latencies[(int)Math.Ceiling(quantile * latencies.Length) - 1]),
        "Are they in order, and is the rank counted from 1?");

    [Fact]
    public Task Percentile_FromTooFewSamples_IsRefused() => NotYetAsync(
        Check.Percentile((latencies, quantile) => latencies.Order().ElementAt((int)Math.Ceiling((decimal)quantile * latencies.Length) - 1)),
        "A percentile at 0.9 was told from 99 samples.");

    [Fact]
    public Task Percentile_ThatIsNeverTold_IsNotRight() => NotYetAsync(
        Check.Percentile((_, _) => null), "No percentile at 0.5 was told from 100 samples, though 50 lie beyond it.");

    [Fact]
    public async Task WaitingStopwatch_ThatWaits_IsRight()
    {
        var verdict = await Check.WaitingStopwatch(async work =>
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            return Stopwatch.GetElapsedTime(start);
        });

        Assert.True(verdict.IsRight, verdict.Sentence);
    }

    [Fact]
    public Task WaitingStopwatch_ThatDoesNotWait_IsToldThatTheCodeStillRan() => NotYetAsync(
        Check.WaitingStopwatch(work =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = work();
            return Task.FromResult(Stopwatch.GetElapsedTime(start));
        }),
        "and the code was still running");

    [Fact]
    public Task WaitingStopwatch_ThatStartsAfterTheCall_IsToldThatPartIsMissing() => NotYetAsync(
        Check.WaitingStopwatch(async work =>
        {
            var running = work();
            var start = Stopwatch.GetTimestamp();
            await running;
            return Stopwatch.GetElapsedTime(start) / 2;
        }),
        "Part of it runs before it returns its task");

    [Fact]
    public Task WaitingStopwatch_ThatWarmsUpWithTheCodeItself_IsToldOfTheSecondCall() => NotYetAsync(
        Check.WaitingStopwatch(async work =>
        {
            await work();
            var start = Stopwatch.GetTimestamp();
            await work();
            return Stopwatch.GetElapsedTime(start);
        }),
        "The code to time was called 2 times, and not once.");

    private static async Task NotYetAsync(Task<Verdict> check, string hint)
    {
        var verdict = await check;

        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
