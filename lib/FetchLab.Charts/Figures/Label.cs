namespace FetchLab.Charts;

/// <summary>A text that begins at one value of a row.</summary>
internal sealed record Label(int Row, double At, string Text);
