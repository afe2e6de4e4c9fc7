namespace FetchLab.Charts;

/// <summary>A horizontal bar: in a row, from one value to another.</summary>
internal sealed record Bar(int Row, double From, double To);
