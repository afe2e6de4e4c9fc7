namespace FetchLab;

/// <summary>What a stage of a pipeline has to do with each item, for <see cref="Formula.MakespanOfPipeline"/>.</summary>
/// <param name="Service">s, the time of one item, at least 0.</param>
/// <param name="Workers">W, the items that it has in work at once, at least 1.</param>
/// <param name="Computes">Whether it needs a core for that time, and does not only wait.</param>
public sealed record StageLoad(TimeSpan Service, int Workers, bool Computes);
