using System.Collections;
using System.Reflection;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

/// <summary>A value as a table of SQL.</summary>
/// <param name="Columns">The columns: their names, which differ in more than their case, and the types that they are declared with.</param>
/// <param name="Read">Reads the rows: how many there are, and the value in a row and a column.</param>
internal sealed record SqlTable(
    IReadOnlyList<(string Name, Type Type)> Columns, Func<CancellationToken, (int Count, Func<int, int, object?> At)> Read)
{
    private const int RowsBetweenChecks = 1024;

    /// <summary>
    /// A DataFrame, a list of records, or a list of single values, whose column is then <c>value</c>. Of a record all but what
    /// is a list in its turn.
    /// </summary>
    /// <returns>Null where the value is nothing of the kind.</returns>
    public static SqlTable? Of(object? value) => value switch
    {
        DataFrame { Columns.Count: > 0 } frame => Of(frame),
        IEnumerable sequence and not string => Records.ItemType(sequence, toShow: false) is { } record ? Of(sequence, record) : OfScalars(sequence),
        _ => null,
    };

    /// <summary>Makes it a table of a database, in place of one of the same name.</summary>
    public void Create(DuckDBConnection connection, string schema, string name, CancellationToken cancellationToken)
    {
        var (count, at) = Read(cancellationToken);
        var types = Columns.Select((column, place) => SqlType.Of(column.Type, Enumerable.Range(0, count).Select(row => at(row, place)))).ToArray();
        var columns = Columns.Zip(types, (column, type) => $"{SqlDatabase.Quote(column.Name)} {type.Name}");
        connection.Execute($"CREATE OR REPLACE TABLE {schema}.{SqlDatabase.Quote(name)} ({string.Join(", ", columns)})");
        using var appender = connection.CreateAppender(schema, name);
        for (var row = 0; row < count; row++)
        {
            if (row % RowsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            var line = appender.CreateRow();
            for (var place = 0; place < types.Length; place++)
            {
                if (at(row, place) is { } value) types[place].Append(line, value);
                else line.AppendNullValue();
            }

            line.EndRow();
        }
    }

    private static SqlTable Of(DataFrame frame)
    {
        var columns = frame.Columns.ToArray();
        return new([.. Differing(columns.Select(column => (column.Name, column.DataType)))], _ => ((int)frame.Rows.Count, (row, place) => columns[place][row]));
    }

    private static SqlTable? Of(IEnumerable sequence, Type record)
    {
        var members = Records.Members(record).Where(member => IsColumn(member.Type)).ToArray();
        return members.Length == 0 ? null : new(
            [.. Differing(members.Select(member => (member.Name, member.Type)))],
            stop => Rows(sequence, stop) is var rows ? (rows.Count, (row, place) => Value(members[place], rows[row])) : default);
    }

    private static SqlTable? OfScalars(IEnumerable sequence)
    {
        var type = sequence.GetType().GetInterfaces().Append(sequence.GetType())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(face => face.GetGenericArguments()[0])
            .FirstOrDefault(Scalars.Includes);
        return type is null ? null : new([("value", type)], stop => Rows(sequence, stop) is var rows ? (rows.Count, (row, _) => rows[row]) : default);
    }

    // Read once: a sequence may be made anew, and differently, each time it is asked.
    private static List<object?> Rows(IEnumerable sequence, CancellationToken cancellationToken)
    {
        var rows = new List<object?>();
        foreach (var row in sequence)
        {
            if (rows.Count % RowsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            rows.Add(row);
        }

        return rows;
    }

    private static bool IsColumn(Type type) => type == typeof(string) || type == typeof(byte[]) || !typeof(IEnumerable).IsAssignableFrom(type);

    // A property that throws has no value.
    private static object? Value(RecordMember member, object? record)
    {
        try
        {
            return record is null ? null : member.Get(record);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, Type Type)> Differing(IEnumerable<(string Name, Type Type)> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return columns.Select(column => (UniqueName.Of(column.Name, taken), column.Type));
    }
}
