using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace FetchLab.Notebooks;

/// <summary>The first rows of something that has columns, as texts.</summary>
/// <param name="Columns">The columns' names, and whether they hold numbers.</param>
/// <param name="Rows">The rows that are shown, at most <see cref="MostRows"/>; each has a cell a column.</param>
/// <param name="Total">How many rows there are; null where only their beginning was read.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows, long? Total)
{
    private const int UsualLimit = 20; // The formatting package's own.
    private const int UsualRows = 25;

    /// <summary>More rows than this are counted, not shown. A notebook that sets the limit of lists sets this one, too.</summary>
    public static int MostRows => Formatter.ListExpansionLimit is var limit && limit == UsualLimit ? UsualRows : limit;

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
        [.. frame.Rows.Take(MostRows).Select(row => (IReadOnlyList<TableCell>)[.. row.Select(TableCell.Of)])],
        frame.Rows.Count);

    /// <summary>A row an item, a column a public property; null where the items are no records.</summary>
    /// <remarks>An endless sequence is read no further than it is shown.</remarks>
    public static Table? Of(IEnumerable sequence)
    {
        if (sequence is IReadOnlyCollection<IDictionary<string, object?>> dictionaries) return OfDictionaries(dictionaries);
        if (Records.ItemType(sequence) is not { } type) return null;
        var columns = Records.Members(type).ToList();
        if (columns.Count == 0) return null;

        var rows = MostRows;
        var items = sequence.Cast<object?>().Take(rows + 1).ToList();
        long? total = sequence is ICollection { Count: var count } ? count : items.Count > rows ? null : items.Count;
        return new(
            [.. columns.Select(column => new TableColumn(column.Name, IsNumber(column.Type)))],
            [.. items.Take(rows).Select(item => (IReadOnlyList<TableCell>)[.. columns.Select(column => Cell(column.Get, item))])],
            total);
    }

    // Rows as they come from languages without types: a column a key, in the order in which the keys come.
    private static Table? OfDictionaries(IReadOnlyCollection<IDictionary<string, object?>> rows)
    {
        var shown = rows.Take(MostRows).Select(row => row ?? new Dictionary<string, object?>()).ToList();
        var keys = shown.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        object? Value(IDictionary<string, object?> row, string key) => row.TryGetValue(key, out var value) ? value : null;
        return keys.Count == 0 ? null : new(
            [.. keys.Select(key => new TableColumn(key, shown.All(row => Value(row, key) is not { } value || IsNumber(value.GetType()))))],
            [.. shown.Select(row => (IReadOnlyList<TableCell>)[.. keys.Select(key => TableCell.Of(Value(row, key)))])],
            rows.Count);
    }

    private static TableCell Cell(Func<object, object?> get, object? item)
    {
        if (item is null) return "";
        try
        {
            return TableCell.Of(get(item));
        }
        catch (TargetInvocationException error)
        {
            // One property that throws must not hide all the others.
            return $"({error.InnerException?.GetType().Name})";
        }
    }

    private static bool IsNumber(Type type) => Scalars.IsNumber(Nullable.GetUnderlyingType(type) ?? type);
}

/// <summary>One column of a <see cref="Table"/>.</summary>
internal sealed record TableColumn(string Name, bool IsNumber);
