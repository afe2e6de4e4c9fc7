namespace FetchLab.Charts;

/// <summary>A place in a figure, in the units of its axes.</summary>
internal readonly record struct Point(double X, double Y);
