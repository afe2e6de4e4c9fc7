namespace FetchLab.Tests.Exercises;

public sealed class CheckingWorkers
{
    [Fact]
    public async Task Formulas_OfTheLesson_AreRight()
    {
        var knee = await Check.Knee((slots, latency, service) => slots * (latency + service) / service);
        var throughput = await Check.Throughput((inFlight, slots, latency, service) =>
            1000 * Math.Min(inFlight / (latency + service), slots / service));

        Assert.Equal("✓ Right. Three servers, with and without latency.", knee.ToString());
        Assert.Equal("✓ Right. Below the knee and beyond it.", throughput.ToString());
    }

    [Fact]
    public async Task Knee_AtTheSlots_OrWithoutTheService_MeetsAHint()
    {
        var slotsAlone = await Check.Knee((slots, _, _) => slots);
        var noService = await Check.Knee((slots, latency, service) => slots * latency / service);

        Assert.Equal((false, true), (slotsAlone.IsRight, slotsAlone.Sentence.Contains("says 4. While one request is on its way", StringComparison.Ordinal)));
        Assert.Equal((false, true), (noService.IsRight, noService.Sentence.Contains("says 0. Without latency", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Throughput_WithOneOfItsTwoLimits_MeetsAHint()
    {
        var noSlots = await Check.Throughput((inFlight, _, latency, service) => 1000 * inFlight / (latency + service));
        var onlySlots = await Check.Throughput((_, slots, _, service) => 1000 * slots / service);

        Assert.Equal((false, true), (noSlots.IsRight, noSlots.Sentence.Contains("says 1280. All slots are busy now.", StringComparison.Ordinal)));
        Assert.Equal((false, true), (onlySlots.IsRight, onlySlots.Sentence.Contains("says 400. One request after the other", StringComparison.Ordinal)));
    }
}
