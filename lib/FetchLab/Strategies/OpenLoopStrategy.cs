using System.Globalization;

namespace FetchLab;

/// <summary>Each page at its own instant, at a steady rate, however many are still in flight.</summary>
internal sealed partial class OpenLoopStrategy(double ratePerSecond) : FetchStrategy
{
    private readonly double _rate = Require.Between(0.001, 1_000_000, ratePerSecond, nameof(ratePerSecond), "20");

    public override string Name => string.Create(CultureInfo.InvariantCulture, $"open loop, {_rate}/s");

    public override int WorkersFor(int pages) => pages;

    /// <remarks>All that are in flight, and who starts them while there are more to start.</remarks>
    protected internal override bool IsAtRest(RunState now) =>
        now.Waiting == now.Begun - now.Finished + (now.Begun < now.Pages ? 1 : 0);

    protected override async Task RunCoreAsync(FetchSession session)
    {
        var fetches = new List<Task>();
        for (var place = 0; place < session.Pages.Count; place++)
        {
            await session.WaitForStartAsync(place, Intended(place)).ConfigureAwait(false);
            fetches.Add(session.FetchAsync(place, worker: place));
        }

        await Task.WhenAll(fetches).ConfigureAwait(false);
    }

    /// <summary>Counted from the start of the run and not from the request before, so that lateness does not add up.</summary>
    private TimeSpan Intended(int place) => new((long)Math.Round(place / _rate * TimeSpan.TicksPerSecond));
}
