namespace FetchLab.Charts;

/// <summary>A small sign at one value, in the middle of a row.</summary>
internal sealed record Mark(int Row, double At);
