namespace FetchLab.Tests;

public sealed class Claiming
{
    private static readonly FetchRun Slow = Run("one at a time", predicted: 5000, took: 5310);

    [Fact]
    public void AFasterRun_IsSaidWithItsNumbers()
    {
        var claim = Claim.Faster(Run("10 threads", predicted: 500, took: 531), Slow);

        Assert.Equal("10 threads took 531 ms, one at a time 5.31 s: 10.0 times as fast (predicted 10.0).", claim.ToString());
    }

    [Fact]
    public void ALowerBound_IsSaidToBeOne()
    {
        var claim = Claim.Faster(Run("one thread, async", predicted: 50, took: 59, bound: true), Slow);

        Assert.Equal(
            "one thread, async took 59 ms, one at a time 5.31 s: 90.0 times as fast (predicted at most 100.0).",
            claim.Sentence);
    }

    [Theory]
    [InlineData(5000, 9000)]
    [InlineData(3400, 9000)]
    [InlineData(7400, 9000)]
    public void PredictionsCloseTogether_AreATie_WhateverWasMeasured(int predicted, int took)
    {
        var claim = Claim.Faster(Run("1 thread", predicted, took), Slow);

        var text = TimeSpan.FromMilliseconds(predicted).ToText();
        Assert.Equal($"At these knobs the model predicts a tie: 1 thread {text} against one at a time 5.00 s.", claim.Sentence);
    }

    [Fact]
    public void NoLatencyAtAll_IsATie()
    {
        var claim = Claim.Faster(Run("a", predicted: 0, took: 5), Run("b", predicted: 0, took: 4));

        Assert.Equal("At these knobs the model predicts a tie: a 0 ms against b 0 ms.", claim.Sentence);
    }

    [Fact]
    public void ASlowerRun_IsAnError()
    {
        var wrong = Assert.Throws<ClaimException>(() => Claim.Faster(Run("10 threads", predicted: 500, took: 6000), Slow));

        Assert.Equal(
            "10 threads was to be faster than one at a time, but 10 threads took 6.00 s, one at a time 5.31 s " +
            "(predicted 10.0 times as fast).",
            wrong.Message);
    }

    [Fact]
    public void ARunThatThePredictionPutsSecond_DoesNotPassAsATie() =>
        Assert.Throws<ClaimException>(() => Claim.Faster(Slow, Run("10 threads", predicted: 500, took: 531)));

    [Fact]
    public void ARunWithFailedFetches_ProvesNothing()
    {
        var failed = Run("10 threads", predicted: 500, took: 3, error: "no connection was made: refused.");

        var wrong = Assert.Throws<ClaimException>(() => Claim.Faster(failed, Slow));

        Assert.Equal(
            "1 of 1 fetches failed (10 threads), so nothing can be claimed about its time; " +
            "page 0: no connection was made: refused.",
            wrong.Message);
    }

    [Fact]
    public void AnyClaim_SaysWhatHolds_OrThrowsWhatDoesNot()
    {
        Assert.Equal("one thread id", Claim.That(true, "one thread id", "several").Sentence);
        Assert.Equal("several", Assert.Throws<ClaimException>(() => Claim.That(false, "one thread id", "several")).Message);
    }

    private static FetchRun Run(string name, double predicted, double took, bool bound = false, string? error = null) => new()
    {
        Strategy = name,
        Workers = 1,
        Records = [Record(error)],
        Makespan = TimeSpan.FromMilliseconds(took),
        PeakInFlight = 1,
        CpuTime = default,
        AllocatedBytes = 0,
        PeakThreads = 1,
        Predicted = new Prediction(TimeSpan.FromMilliseconds(predicted), "L") { IsLowerBound = bound },
    };

    private static FetchRecord Record(string? error) => new()
    {
        Index = 0,
        Url = new Uri("http://127.0.0.1/"),
        Worker = 0,
        ProcessId = 1,
        ThreadIdAtStart = 1,
        ThreadIdAtEnd = 1,
        Queued = default,
        Started = default,
        Headers = default,
        Finished = default,
        Error = error,
    };
}
