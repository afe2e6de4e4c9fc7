namespace FetchLab.Tests.Virtual;

/// <summary>Says that it has four in flight, and fetches one at a time.</summary>
internal sealed class BoastingStrategy : FetchStrategy
{
    public override string Name => "boasting";

    public override int WorkersFor(int pages) => 4;

    protected override async Task RunCoreAsync(FetchSession session)
    {
        for (var place = 0; place < session.Pages.Count; place++)
            await session.FetchAsync(place, worker: 0);
    }

    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => new(latencies[0], "none");
}
