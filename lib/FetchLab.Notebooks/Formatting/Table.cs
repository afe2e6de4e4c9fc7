using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

/// <summary>The first rows of something that has columns, as texts.</summary>
/// <param name="Columns">The columns' names, and whether they hold numbers.</param>
/// <param name="Rows">The rows that are shown, at most <see cref="MostRows"/>; each has a text a column.</param>
/// <param name="Total">How many rows there are; null where only their beginning was read.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, long? Total)
{
    /// <summary>More rows than this are counted, not shown.</summary>
    public const int MostRows = 25;

    /// <summary>What to say of the rows that are not shown; null where all are.</summary>
    public string? More => Total switch
    {
        null => "… more rows",
        var total when total > Rows.Count =>
            string.Create(CultureInfo.InvariantCulture, $"… {total - Rows.Count:N0} more rows, {total:N0} in all"),
        _ => null,
    };

    public static Table Of(DataFrame frame) => new(
        [.. frame.Columns.Select(column => new TableColumn(column.Name, IsNumber(column.DataType)))],
        [.. frame.Rows.Take(MostRows).Select(row => (IReadOnlyList<string>)[.. row.Select(CellText.Of)])],
        frame.Rows.Count);

    /// <summary>A row an item, a column a public property; null where the items are no records.</summary>
    /// <remarks>An endless sequence is read no further than it is shown.</remarks>
    public static Table? Of(IEnumerable sequence)
    {
        if (sequence is string or IDictionary || ItemType(sequence.GetType()) is not { } type) return null;
        var columns = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanRead)
            .ToList();
        if (columns.Count == 0) return null;

        var items = sequence.Cast<object?>().Take(MostRows + 1).ToList();
        long? total = sequence is ICollection { Count: var count } ? count : items.Count > MostRows ? null : items.Count;
        return new(
            [.. columns.Select(column => new TableColumn(column.Name, IsNumber(column.PropertyType)))],
            [.. items.Take(MostRows).Select(item => (IReadOnlyList<string>)[.. columns.Select(column => Cell(column, item))])],
            total);
    }

    private static string Cell(PropertyInfo column, object? item)
    {
        if (item is null) return "";
        try
        {
            return CellText.Of(column.GetValue(item));
        }
        catch (TargetInvocationException error)
        {
            // One property that throws must not hide all the others.
            return $"({error.InnerException?.GetType().Name})";
        }
    }

    private static Type? ItemType(Type type) => type.GetInterfaces().Append(type)
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(face => face.GetGenericArguments()[0])
        .FirstOrDefault(IsRecord);

    private static bool IsRecord(Type type) => !Scalars.Includes(type)
        && type != typeof(object)
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && !type.IsGenericType
        || type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static bool IsNumber(Type type) => Scalars.IsNumber(Nullable.GetUnderlyingType(type) ?? type);
}

/// <summary>One column of a <see cref="Table"/>.</summary>
internal sealed record TableColumn(string Name, bool IsNumber);
