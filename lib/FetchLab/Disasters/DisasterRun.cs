namespace FetchLab;

/// <summary>One disaster, and how it ended.</summary>
/// <param name="Disaster">Which.</param>
/// <param name="Records">What its process saw, in the order in which it happened.</param>
/// <param name="Hung">Whether it had to be ended at its deadline; otherwise it came to an end of its own.</param>
/// <param name="Deadline">The most that it was given, from its start.</param>
/// <param name="ProcessId">The process that it happened in, which is gone.</param>
public sealed record DisasterRun(
    Disaster Disaster, IReadOnlyList<DisasterRecord> Records, bool Hung, TimeSpan Deadline, int ProcessId)
{
    /// <summary>From its start to the last thing that it saw; the deadline where it hung.</summary>
    public TimeSpan Took => Hung ? Deadline : Durations.FromMilliseconds(Records[^1].AtMs);

    /// <summary>How much was done in the end.</summary>
    public int Done => Records[^1].Done;

    /// <summary>How much there was to do.</summary>
    public int Of => Records[^1].Of;

    /// <summary>The most threads that the thread pool of its process was seen to have.</summary>
    public int PeakPoolThreads => Records.Max(record => record.PoolThreads);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Disaster}: {(Hung ? "not done at its deadline of" : "done after")} {Took.ToText()}, {Done} of {Of} done, " +
        $"at most {PeakPoolThreads} pool threads, in process {ProcessId}.";
}
