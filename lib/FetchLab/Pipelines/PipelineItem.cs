namespace FetchLab;

/// <summary>An item on its way.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Value">What the stage before has made of it.</param>
/// <param name="Queued">When it came into the queue.</param>
internal readonly record struct PipelineItem(int Index, object? Value, TimeSpan Queued);
