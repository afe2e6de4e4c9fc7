namespace FetchLab.Charts;

/// <summary>How long a page took in the mean at one slot, as pages that came at random kept it busy.</summary>
/// <param name="Kind">How it was found, such as <c>measured</c>: each kind is a series.</param>
/// <param name="Utilisation">ρ, the share of the time that the slot is busy, from 0 to less than 1.</param>
/// <param name="Latency">R, from a page's start, in an open loop its intended one, to its end.</param>
/// <param name="Pages">How many pages it is the mean of.</param>
public sealed record MeanLatency(string Kind, double Utilisation, TimeSpan Latency, int Pages)
{
    /// <summary>Of a run: from the intended starts where it is an open loop's.</summary>
    /// <exception cref="FetchLabException">No page of it arrived.</exception>
    public static MeanLatency Of(string kind, double utilisation, FetchRun run) =>
        Charts.Latency.Summary(run) is { } latency
            ? new(kind, utilisation, latency.Mean, run.Pages - run.Failed)
            : throw new FetchLabException($"The run '{run.Strategy}' has no fetch that succeeded; run it with at least 1 page that answers.");

    /// <summary>Of what a model says.</summary>
    public static MeanLatency Of(string kind, double utilisation, ModelRun run) => new(kind, utilisation, run.MeanLatency, run.Pages);
}
