namespace FetchLab.Service;

/// <summary>The thread pool at one moment.</summary>
/// <param name="AtMs">When, in ms from the start of the program.</param>
/// <param name="Threads">The threads that it had.</param>
/// <param name="Queue">The pieces of work that waited for one.</param>
internal sealed record PoolSample(double AtMs, int Threads, long Queue);
