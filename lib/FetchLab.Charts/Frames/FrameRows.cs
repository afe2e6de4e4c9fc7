using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>The rows of a frame that a page has room for.</summary>
/// <remarks><c>Head</c> and <c>Tail</c> fail where there are fewer rows than they are asked for.</remarks>
public static class FrameRows
{
    /// <summary>The first rows, or all where there are no more.</summary>
    /// <param name="frame">The frame; it stays as it is.</param>
    /// <param name="count">How many at most, at least 1.</param>
    /// <exception cref="FetchLabException">The number is out of range.</exception>
    public static DataFrame First(this DataFrame frame, int count)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.Head((int)AtMost(frame, count));
    }

    /// <summary>The last rows, or all where there are no more.</summary>
    /// <inheritdoc cref="First"/>
    public static DataFrame Last(this DataFrame frame, int count)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.Tail((int)AtMost(frame, count));
    }

    private static long AtMost(DataFrame frame, int count) => count >= 1
        ? Math.Min(frame.Rows.Count, count)
        : throw new FetchLabException($"rows must be at least 1, but was {count}; try 10.");
}
