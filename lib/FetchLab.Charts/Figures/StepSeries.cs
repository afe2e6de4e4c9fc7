namespace FetchLab.Charts;

/// <summary>A count that holds until it changes, over the time since a start.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Note">What the title says of it, such as <c>28 threads at most</c>.</param>
/// <param name="Points">In seconds, from the start to the end.</param>
internal sealed record StepSeries(string Name, string Note, IReadOnlyList<Point> Points);
