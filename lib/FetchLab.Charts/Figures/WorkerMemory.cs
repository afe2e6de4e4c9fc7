namespace FetchLab.Charts;

/// <summary>How much memory a number of workers took, as a lesson measured it.</summary>
/// <param name="Kind">What was counted, such as <c>resident</c> or <c>virtual</c>: a series in the figure.</param>
/// <param name="Workers">The number of workers.</param>
/// <param name="Bytes">The memory of all of them, in bytes.</param>
public sealed record WorkerMemory(string Kind, int Workers, long Bytes);
