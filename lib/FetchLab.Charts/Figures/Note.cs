namespace FetchLab.Charts;

/// <summary>A text beside a place in a figure.</summary>
internal sealed record Note(Point At, string Text);
