using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>The columns of a frame that a question is about.</summary>
public static class FrameColumns
{
    /// <summary>The same rows with some of the columns, in the order in which they are named.</summary>
    /// <param name="frame">The frame; it stays as it is.</param>
    /// <param name="columns">The columns' names, at least one.</param>
    /// <exception cref="FetchLabException">No column is named, or the frame has none of that name.</exception>
    public static DataFrame Only(this DataFrame frame, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var known = frame.Columns.Select(column => column.Name).ToList();
        if (columns.Length == 0)
            throw new FetchLabException($"no column was named; there is {string.Join(", ", known)}.");
        if (columns.FirstOrDefault(column => !known.Contains(column)) is { } unknown)
            throw new FetchLabException($"there is no column '{unknown}'; there is {string.Join(", ", known)}.");
        return new(columns.Select(column => frame[column].Clone()));
    }

    /// <summary>Those that have a value in some row; all of them where none has.</summary>
    internal static IReadOnlyList<DataFrameColumn> WithValues(DataFrame frame)
    {
        var filled = frame.Columns.Where(column => column.NullCount < column.Length).ToArray();
        return filled.Length > 0 ? filled : [.. frame.Columns];
    }
}
