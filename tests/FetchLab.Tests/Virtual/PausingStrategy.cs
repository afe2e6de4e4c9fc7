namespace FetchLab.Tests.Virtual;

/// <summary>A reader's own strategy, with manners: 20 ms between one page and the next.</summary>
internal sealed class PausingStrategy : FetchStrategy
{
    public override string Name => "pausing";

    public override int WorkersFor(int pages) => 1;

    protected override async Task RunCoreAsync(FetchSession session)
    {
        for (var place = 0; place < session.Pages.Count; place++)
        {
            if (place > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(20), session.Clock);
            await session.FetchAsync(place, worker: 0);
        }
    }

    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => new(latencies[0], "none");
}
