namespace FetchLab;

/// <summary>One stage of a pipeline, before it runs.</summary>
/// <param name="Name">Its name, of which there is one.</param>
/// <param name="Workers">W, the items that it has in work at once.</param>
/// <param name="Computes">Whether its work needs a core all the time.</param>
/// <param name="Work">What it makes of an item.</param>
/// <param name="Expected">s, what one item should take; null where nobody knows.</param>
internal sealed record PipelineStage(string Name, int Workers, bool Computes, Func<object?, Task<object?>> Work, TimeSpan? Expected);
