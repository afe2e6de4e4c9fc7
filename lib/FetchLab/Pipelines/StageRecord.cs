namespace FetchLab;

/// <summary>What happened to one item in one stage. Times count from the start of the run.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Index">The item's place in the list, from 0.</param>
/// <param name="Worker">The worker of the stage, from 0.</param>
/// <param name="Queued">When it came into the stage's queue; in the first stage, which has none, when a worker took it.</param>
/// <param name="Started">When a worker took it.</param>
/// <param name="Finished">When the work on it ended.</param>
/// <param name="Handed">When the next queue had room for it. Until then its worker was blocked.</param>
/// <param name="ThreadIdAtStart">The managed id of the thread that began.</param>
/// <param name="ThreadIdAtEnd">The managed id of the thread that ended.</param>
/// <param name="Error">Why it went no further; null where it did.</param>
public sealed record StageRecord(
    string Stage, int Index, int Worker, TimeSpan Queued, TimeSpan Started, TimeSpan Finished, TimeSpan Handed,
    int ThreadIdAtStart, int ThreadIdAtEnd, string? Error)
{
    /// <summary>How long the work took.</summary>
    public TimeSpan Duration => Finished - Started;

    /// <summary>How long it lay in the queue.</summary>
    public TimeSpan Wait => Started - Queued;

    /// <summary>How long its worker then stood before a full queue.</summary>
    public TimeSpan Blocked => Handed - Finished;
}
