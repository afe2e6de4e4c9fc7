namespace FetchLab;

/// <summary>What follows from the records. Each is worked out when it is asked for.</summary>
public sealed partial record FetchRun
{
    /// <summary>The pages that were taken in hand: attempts that were the first of their page.</summary>
    public int Pages => Records.Count(record => record.Attempt == 1);

    /// <summary>The attempts at all of them, the ones that a policy kept back included: one record each.</summary>
    public int Attempts => Records.Count;

    /// <summary>The requests that went out; an origin that was reached by all of them has counted as many.</summary>
    public int Requests => Records.Count(record => record.Sent);

    /// <summary>The pages that did not arrive; the <see cref="FetchRecord.Error"/> of each one's last attempt says why.</summary>
    public int Failed => LastAttempts.Count(record => record.Error is not null);

    /// <summary>The attempts that went wrong, whether or not a later one brought the page.</summary>
    public int FailedAttempts => Records.Count(record => record.Error is not null);

    /// <summary>
    /// The attempt that decided about each page, in the order of the pages: the one that brought it, or else the last.
    /// </summary>
    public IEnumerable<FetchRecord> LastAttempts => AttemptsByPage.Select(
        attempts => attempts.Find(record => record.Error is null) ?? attempts[^1]);

    /// <summary>All records in the order in which the fetches finished: results as they complete.</summary>
    public IReadOnlyList<FetchRecord> AsCompleted => [.. Records.OrderBy(record => record.Finished)];

    /// <summary>Pages that arrived, a second of <see cref="Makespan"/>; 0 for a run that took no time.</summary>
    public double Throughput => PerMakespan(Arrived.Count());

    /// <summary>
    /// How many requests the client had in flight from each instant on at which that changed; the greatest is
    /// <see cref="PeakInFlight"/>, where any took time.
    /// </summary>
    public IReadOnlyList<InFlightChange> InFlightChanges => InFlight.Changes(Records);

    /// <summary>
    /// The most pages that were taken in hand and not done with at the same moment: those in flight, and those that waited for
    /// their turn. It is what a strategy must keep in memory.
    /// </summary>
    public int PeakPending => InFlight.Peak([.. AttemptsByPage.Select(attempts => (attempts[0].Queued, attempts.Max(record => record.Finished)))]);

    /// <summary>
    /// How many requests the client had in flight on average over <see cref="Makespan"/>: the sum of their durations over it.
    /// By Little's law that is requests a second times their mean duration.
    /// </summary>
    public double MeanInFlight => PerMakespan(Records.Sum(record => record.Duration.TotalSeconds));

    /// <summary>
    /// The share of their time that the workers had a page in flight: the time in flight of all pages over W·makespan, from 0 to 1. Two
    /// requests at once for one page, as a hedge sends them, count once; without hedges it is <see cref="MeanInFlight"/> over W.
    /// </summary>
    public double Utilisation => PerMakespan(AttemptsByPage.Sum(SecondsInFlight)) / Workers;

    /// <summary>
    /// How long the requests that brought their pages were in flight (<see cref="FetchRecord.Duration"/>); null if there is
    /// none. Failed requests are not among them: a refused connection would pass for a fast page.
    /// </summary>
    public LatencySummary? Latency => LatencySummary.Of(Arrived.Select(record => record.Duration));

    /// <summary>
    /// The same pages, from the moment that the open loop meant to ask for each to its last byte, so that a start which a stall
    /// had delayed counts as latency. Null for a closed loop: it had no such moments, and nothing can be corrected.
    /// </summary>
    public LatencySummary? CorrectedLatency => Arrived.All(record => record.Intended is not null)
        ? LatencySummary.Of(Arrived.Select(record => record.Finished - record.Intended!.Value))
        : null;

    /// <summary>The attempts at each page, in the order of the pages.</summary>
    internal IEnumerable<List<FetchRecord>> AttemptsByPage
    {
        get
        {
            for (int from = 0, to = 1; from < Records.Count; from = to++)
            {
                while (to < Records.Count && Records[to].Attempt > 1)
                    to++;
                yield return [.. Records.Skip(from).Take(to - from)];
            }
        }
    }

    private IEnumerable<FetchRecord> Arrived => Records.Where(record => record.Error is null);

    private static double SecondsInFlight(List<FetchRecord> attempts)
    {
        var (total, until) = (0.0, TimeSpan.MinValue);
        foreach (var attempt in attempts.OrderBy(record => record.Started).Where(record => record.Finished > until))
        {
            total += (attempt.Finished - (attempt.Started > until ? attempt.Started : until)).TotalSeconds;
            until = attempt.Finished;
        }

        return total;
    }

    private double PerMakespan(double amount) => Makespan > TimeSpan.Zero ? amount / Makespan.TotalSeconds : 0;
}
