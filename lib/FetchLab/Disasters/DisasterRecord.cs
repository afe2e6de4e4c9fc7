namespace FetchLab;

/// <summary>What a disaster's process saw at one moment.</summary>
/// <param name="What">What had happened, such as <c>ForEach returned</c>.</param>
/// <param name="AtMs">When, in ms from the disaster's start.</param>
/// <param name="Done">How much was done by then.</param>
/// <param name="Of">How much there was to do.</param>
/// <param name="PoolThreads">The threads that the thread pool of that process had.</param>
public sealed record DisasterRecord(string What, double AtMs, int Done, int Of, int PoolThreads);
