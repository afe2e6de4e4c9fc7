namespace FetchLab.Tests;

public sealed class CheckingStartHere
{
    [Fact]
    public async Task Knobs_Right() => Assert.True((await Check.Knobs(() => new PageSpec { Latency = 40, Service = 10, Bytes = 5000 })).IsRight);

    [Theory]
    [InlineData(50, 0, 5000, "It takes 50 ms, but holds one of the server's slots for 0 ms")]
    [InlineData(10, 40, 5000, "It takes 50 ms, but holds one of the server's slots for 40 ms")]
    [InlineData(40, 0, 5000, "The page is to take 50 ms, and takes 40 ms")]
    [InlineData(40, 10, 5, "The times are right. The body has 5 bytes")]
    public async Task Knobs_Wrong(double latency, double service, int bytes, string hint)
    {
        var verdict = await Check.Knobs(() => new PageSpec { Latency = latency, Service = service, Bytes = bytes });

        Assert.False(verdict.IsRight);
        Assert.StartsWith(hint, verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overhead_Right() => Assert.True((await Check.Overhead(fetch => fetch.Duration - fetch.Held)).IsRight);

    [Fact]
    public async Task Overhead_FromTheWrongInstant()
    {
        var fromTheRun = await Check.Overhead(fetch => fetch.Finished - fetch.Held);
        var toTheHeaders = await Check.Overhead(fetch => fetch.TimeToHeaders - fetch.Held);

        Assert.EndsWith("but it says 103 ms. From which instant do you count, and to which?", fromTheRun.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("but it says 2.00 ms. From which instant do you count, and to which?", toTheHeaders.Sentence, StringComparison.Ordinal);
        Assert.False(fromTheRun.IsRight || toTheHeaders.IsRight);
    }

    [Fact]
    public async Task Overhead_OfASilentReply()
    {
        var verdict = await Check.Overhead(fetch => fetch.Duration - (fetch.Held ?? TimeSpan.Zero));

        Assert.False(verdict.IsRight);
        Assert.Contains("gives 53 ms. Zero is a number too", verdict.Sentence, StringComparison.Ordinal);
    }
}
