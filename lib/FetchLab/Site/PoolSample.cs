namespace FetchLab;

/// <summary>The thread pool of a service at one moment.</summary>
/// <param name="AtMs">When, in ms from the start of the run that was watched; of samples that are read by themselves, of the service.</param>
/// <param name="Threads">The threads that the pool had.</param>
/// <param name="Queue">The pieces of work that waited for a thread.</param>
public sealed record PoolSample(double AtMs, int Threads, long Queue);
