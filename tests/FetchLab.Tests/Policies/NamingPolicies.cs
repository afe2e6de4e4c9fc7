namespace FetchLab.Tests.Policies;

public sealed class NamingPolicies
{
    [Fact]
    public void AStrategyUnderPolicies_SaysThemInItsName()
    {
        var strategy = Fetch.Threads(10).With(Policy.Retry(3), Policy.Limit(perSecond: 12.5), Policy.Breaker());

        Assert.Equal("10 threads, 3 retries, at most 12.5/s, breaker", strategy.Name);
        Assert.Equal("one at a time, 1 retry", Fetch.OneAtATime.With(Policy.Retry(1)).ToString());
        Assert.Equal("one at a time, hedge after 12.5 ms", Fetch.OneAtATime.With(Policy.Hedge(12.5)).ToString());
        Assert.Equal(10, strategy.WorkersFor(100));
    }

    public static TheoryData<string, Func<object>> Mistakes => new()
    {
        { "times must be at least 1, but was 0; try 3.", () => Policy.Retry(0) },
        { "times must be from 1 to 100, but was 101; try 3.", () => Policy.Retry(101) },
        { "baseMs must be from 0 to 60000, but was -1; try 100.", () => Policy.Retry(baseMs: -1) },
        { "capMs must be from 0 to 600000, but was NaN; try 10000.", () => Policy.Retry(capMs: double.NaN) },
        { "perSecond must be from 0.001 to 1000000, but was 0; try 100.", () => Policy.Limit(0) },
        { "burst must be at least 1, but was 0; try 1.", () => Policy.Limit(10, burst: 0) },
        { "failureRatio must be from 0.01 to 1, but was 50; try 0.5.", () => Policy.Breaker(50) },
        { "minimum must be at least 2, but was 1; try 10.", () => Policy.Breaker(minimum: 1) },
        { "samplingMs must be from 500 to 3600000, but was 30; try 30000.", () => Policy.Breaker(samplingMs: 30) },
        { "breakMs must be from 500 to 3600000, but was 5; try 5000.", () => Policy.Breaker(breakMs: 5) },
        { "afterMs must be from 1 to 600000, but was 0; try 100.", () => Policy.Hedge(0) },
        { "policies must be at least 1, but was 0; try Policy.Retry(3).", () => Fetch.OneAtATime.With() },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void AMistake_IsOneSentence(string sentence, Func<object> mistake) =>
        Assert.Equal(sentence, Assert.Throws<FetchLabException>(mistake).Message);
}
