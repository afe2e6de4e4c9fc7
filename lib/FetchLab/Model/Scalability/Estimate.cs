namespace FetchLab;

/// <summary>A value, and how far on each side its interval reaches.</summary>
internal sealed record Estimate(double Value, double Margin);
