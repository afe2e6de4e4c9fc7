namespace FetchLab.Tests.Strategies;

public sealed class FetchingInParallelForEachAsync(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.ParallelForEachAsync(4);

    protected override int ExpectedWorkers => 4;

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("Parallel.ForEachAsync, 4", Strategy.Name);
}
