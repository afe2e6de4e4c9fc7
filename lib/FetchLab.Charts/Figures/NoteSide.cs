namespace FetchLab.Charts;

/// <summary>On which side of its place a text stands.</summary>
internal enum NoteSide
{
    Left,
    Right,
}
