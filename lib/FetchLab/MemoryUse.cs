namespace FetchLab;

/// <summary>
/// The memory of this process during a run, looked at every 10 ms. Slopes are those of the least-squares lines through all
/// looks, and null for runs of less than a tenth of a second.
/// </summary>
/// <param name="PeakManagedBytes">The most that was seen on the managed heap, garbage included.</param>
/// <param name="PeakResidentBytes">The most physical memory that the process was seen to hold, managed or not.</param>
/// <param name="ManagedSlope">How fast the managed heap grew, in bytes a second.</param>
/// <param name="ResidentSlope">How fast the physical memory grew, in bytes a second.</param>
public sealed record MemoryUse(
    long PeakManagedBytes, long PeakResidentBytes, double? ManagedSlope, double? ResidentSlope);
