namespace FetchLab.Charts;

/// <summary>What a mark looks like.</summary>
internal enum MarkShape
{
    /// <summary>A line from above the bar to below it.</summary>
    Line,

    /// <summary>Two crossed strokes.</summary>
    Cross,
}
