using System.Globalization;

namespace FetchLab;

/// <summary>Each page at its own instant, at a steady rate or at random, however many are still in flight.</summary>
internal sealed partial class OpenLoopStrategy(double ratePerSecond, int? seed = null) : FetchStrategy
{
    private readonly double _rate = Require.Between(0.001, 1_000_000, ratePerSecond, nameof(ratePerSecond), "20");
    private readonly int? _seed = seed is { } given ? Require.AtLeast(0, given, nameof(seed), "1") : null;

    public override string Name => string.Create(
        CultureInfo.InvariantCulture, $"open loop, {_rate}/s{(_seed is { } from ? $" at random, seed {from}" : "")}");

    public override int WorkersFor(int pages) => pages;

    /// <remarks>All that are in flight, and who starts them while there are more to start.</remarks>
    protected internal override bool IsAtRest(RunState now) =>
        now.Waiting == now.Begun - now.Finished + (now.Begun < now.Pages ? 1 : 0);

    protected override async Task RunCoreAsync(FetchSession session)
    {
        var (arrivals, fetches) = (NewArrivals(), new List<Task>());
        for (var place = 0; place < session.Pages.Count; place++)
        {
            await session.WaitForStartAsync(place, arrivals.Next()).ConfigureAwait(false);
            fetches.Add(session.FetchAsync(place, worker: place));
        }

        await Task.WhenAll(fetches).ConfigureAwait(false);
    }

    private Arrivals NewArrivals() => new(_rate, _seed);
}
