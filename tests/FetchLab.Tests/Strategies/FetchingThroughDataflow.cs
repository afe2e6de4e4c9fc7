namespace FetchLab.Tests.Strategies;

public sealed class FetchingThroughDataflow(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Dataflow(4);

    protected override int ExpectedWorkers => 4;

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("dataflow, 4", Strategy.Name);
}
