using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
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
        if (sequence is string || IsDictionary(sequence.GetType()) || ItemType(sequence) is not { } type) return null;
        var columns = Values(type).ToList();
        if (columns.Count == 0) return null;

        var rows = MostRows;
        var items = sequence.Cast<object?>().Take(rows + 1).ToList();
        long? total = sequence is ICollection { Count: var count } ? count : items.Count > rows ? null : items.Count;
        return new(
            [.. columns.Select(column => new TableColumn(column.Name, IsNumber(column.Type)))],
            [.. items.Take(rows).Select(item => (IReadOnlyList<TableCell>)[.. columns.Select(column => Cell(column.Get, item))])],
            total);
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

    // A tuple's values are fields.
    private static IEnumerable<(string Name, Type Type, Func<object, object?> Get)> Values(Type type) => IsValueTuple(type)
        ? type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => (field.Name, field.FieldType, (Func<object, object?>)field.GetValue))
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanRead)
            .Select(property => (property.Name, property.PropertyType, (Func<object, object?>)property.GetValue));

    private static Type? ItemType(IEnumerable sequence)
    {
        var items = sequence.GetType().GetInterfaces().Append(sequence.GetType())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(face => face.GetGenericArguments()[0])
            .ToList();
        return items.FirstOrDefault(IsRecord) ?? (items.Contains(typeof(object)) && sequence is IList list ? OnlyType(list) : null);
    }

    // A list of objects that are all of one kind, as code makes them that builds its rows one by one.
    private static Type? OnlyType(IList list) =>
        list.Cast<object?>().OfType<object>().Select(item => item.GetType()).Distinct().Take(2).ToList() is [var only] && IsRecord(only) ? only : null;

    private static bool IsRecord(Type type) => !Scalars.Includes(type)
        && type != typeof(object)
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && !ValueFormatter.HasFormatterOfItsOwn(type)
        && !FSharpText.IsUnion(type)
        && (!type.IsGenericType || typeof(ITuple).IsAssignableFrom(type) || IsPair(type) || type.Name.Contains("AnonymousType", StringComparison.Ordinal));

    private static bool IsDictionary(Type type) => typeof(IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDictionary<,>));

    private static bool IsValueTuple(Type type) => type.IsValueType && typeof(ITuple).IsAssignableFrom(type);

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsNumber(Type type) => Scalars.IsNumber(Nullable.GetUnderlyingType(type) ?? type);
}

/// <summary>One column of a <see cref="Table"/>.</summary>
internal sealed record TableColumn(string Name, bool IsNumber);
