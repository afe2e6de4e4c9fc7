using System.Globalization;

namespace FetchLab;

/// <summary>What a model says about a run: a timeline where it is small enough to draw, and metrics in any case.</summary>
public sealed record ModelRun
{
    /// <summary>N, the pages that were fetched.</summary>
    public required int Pages { get; init; }

    /// <summary>K, the server's slots; null where nobody had to wait for one.</summary>
    public required int? Slots { get; init; }

    /// <summary>T, from the start of the run to the end of its last fetch.</summary>
    public required TimeSpan Makespan { get; init; }

    /// <summary>X = N/T in pages a second; infinite if the run took no time.</summary>
    public double Throughput => Pages / Makespan.TotalSeconds;

    /// <summary>The most pages in flight at once. A page that ends just when another starts does not overlap it.</summary>
    public required int PeakInFlight { get; init; }

    /// <summary>The pages in flight, averaged over the makespan; not a number if the run took no time.</summary>
    public required double MeanInFlight { get; init; }

    /// <summary>R, from a page's start to its end, averaged over the pages and rounded to a tick.</summary>
    public required TimeSpan MeanLatency { get; init; }

    /// <summary>The longest that a page took from its start to its end.</summary>
    public required TimeSpan MaxLatency { get; init; }

    /// <summary>What a page waited for a slot, averaged over the pages and rounded to a tick.</summary>
    public required TimeSpan MeanQueueWait { get; init; }

    /// <summary>
    /// The share of the slots' time that served: Σsᵢ/(K·T), from 0 to 1; null without slots, not a number if the run took no
    /// time.
    /// </summary>
    public required double? Utilisation { get; init; }

    /// <summary>
    /// One record a page, in the order of the pages; null above <see cref="Model.MostRecords"/> pages. A predicted fetch ran
    /// nowhere: its process and thread ids are 0. In an open loop each page has a worker of its own.
    /// </summary>
    public IReadOnlyList<FetchRecord>? Records { get; init; }

    /// <summary>Such as <c>100 pages in 500 ms: 200 pages/s, 10 in flight at most, 50 ms each</c>.</summary>
    public override string ToString()
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{Pages} pages in {Makespan.ToText()}: {Throughput:0.#} pages/s");
        return string.Create(
            CultureInfo.InvariantCulture, $"{size}, {PeakInFlight} in flight at most, {MeanLatency.ToText()} each");
    }
}
