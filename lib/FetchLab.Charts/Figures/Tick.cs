namespace FetchLab.Charts;

/// <summary>A text on an axis.</summary>
internal sealed record Tick(double At, string Label);
