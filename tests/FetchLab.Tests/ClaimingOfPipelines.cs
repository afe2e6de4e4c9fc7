namespace FetchLab.Tests;

public sealed class ClaimingOfPipelines
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFasterPipeline_IsSaidWithItsNumbers()
    {
        var (one, other) = (await RunAsync("one thread", 600), await RunAsync("two cores", 300));

        Assert.Equal("two cores took 310 ms, one thread 620 ms: 2.0 times as fast (predicted at most 2.0).", Claim.Faster(other, one).Sentence);
        Assert.StartsWith("one thread was to be faster than two cores, but", Assert.Throws<ClaimException>(() => Claim.Faster(one, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PredictionsCloseTogether_AreATie() => Assert.Equal(
        "At these knobs the model predicts a tie: a 300 ms against b 400 ms.",
        Claim.Faster(await RunAsync("a", 300), await RunAsync("b", 400)).Sentence);

    [Fact]
    public async Task NothingIsClaimed_OfARunThatFailedWasCancelledOrHasNoPrediction()
    {
        var good = await RunAsync("good", 600);
        var failed = await Pipeline.From(new[] { 1, 2 })
            .Then("parse", 1, item => item > 0 ? throw new FormatException("no page") : item, TimeSpan.FromMilliseconds(1))
            .RunAsync(cancellationToken: Cancelled);

        Refused("2 of 2 items failed (parse ×1), so nothing can be claimed about its time; FormatException: no page", failed);
        Refused("good was cancelled, so nothing can be claimed about its time.", good with { Cancelled = true });
        Refused("good has no prediction; say what each stage should take.", good with { Predicted = null });

        void Refused(string sentence, PipelineRun run) => Assert.Equal(sentence, Assert.Throws<ClaimException>(() => Claim.Faster(run, good)).Message);
    }

    /// <summary>Times that no clock has measured: the run is real, and the two are put into it.</summary>
    private static async Task<PipelineRun> RunAsync(string name, int predictedMs)
    {
        var run = await Pipeline.From(new[] { 1, 2 }).Then("parse", 1, item => item).RunAsync(cancellationToken: Cancelled);
        return run with
        {
            Name = name,
            Makespan = TimeSpan.FromMilliseconds(predictedMs + predictedMs / 30),
            Predicted = new(TimeSpan.FromMilliseconds(predictedMs), "N·max(sᵢ/Wᵢ, Σs/P)") { IsLowerBound = true },
        };
    }
}
