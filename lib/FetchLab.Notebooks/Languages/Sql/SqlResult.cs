using System.Numerics;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

/// <summary>Reads what a query gives into a DataFrame, a typed column each.</summary>
/// <remarks>
/// Whole numbers that no column has a type for, as sums are, become <c>long</c>, or <c>double</c> where one does not fit; dates
/// become times at midnight; lists, structures and the rest become text.
/// </remarks>
internal static class SqlResult
{
    private const int RowsBetweenChecks = 1024;

    /// <exception cref="LanguageErrorException">A value fits no type of .NET, such as an infinite time.</exception>
    public static DataFrame Read(DuckDBDataReader reader, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = Enumerable.Range(0, reader.FieldCount)
            .Select(place => Column(reader, place, UniqueName.Of(reader.GetName(place), taken)))
            .ToList();
        for (var row = 0; reader.Read(); row++)
        {
            if (row % RowsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            for (var place = 0; place < columns.Count; place++) Add(reader, columns[place].Add, place);
        }

        return new([.. columns.Select(column => column.End())]);
    }

    private static void Add(DuckDBDataReader reader, Action<bool> add, int place)
    {
        try
        {
            add(reader.IsDBNull(place));
        }
        catch (Exception error) when (error is InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            var message = $"column {reader.GetName(place)} has a value that is none of .NET's; cast it, as in {reader.GetName(place)}::varchar.";
            throw new LanguageErrorException("ConversionError", message, [$"ConversionError: {message}", error.Message]);
        }
    }

    private static (Action<bool> Add, Func<DataFrameColumn> End) Column(DuckDBDataReader reader, int place, string name) => Type.GetTypeCode(reader.GetFieldType(place)) switch
    {
        TypeCode.Boolean => Typed(reader, place, new BooleanDataFrameColumn(name)),
        TypeCode.SByte => Typed(reader, place, new SByteDataFrameColumn(name)),
        TypeCode.Byte => Typed(reader, place, new ByteDataFrameColumn(name)),
        TypeCode.Int16 => Typed(reader, place, new Int16DataFrameColumn(name)),
        TypeCode.UInt16 => Typed(reader, place, new UInt16DataFrameColumn(name)),
        TypeCode.Int32 => Typed(reader, place, new Int32DataFrameColumn(name)),
        TypeCode.UInt32 => Typed(reader, place, new UInt32DataFrameColumn(name)),
        TypeCode.Int64 => Typed(reader, place, new Int64DataFrameColumn(name)),
        TypeCode.UInt64 => Typed(reader, place, new UInt64DataFrameColumn(name)),
        TypeCode.Single => Typed(reader, place, new SingleDataFrameColumn(name)),
        TypeCode.Double => Typed(reader, place, new DoubleDataFrameColumn(name)),
        TypeCode.Decimal => Typed(reader, place, new DecimalDataFrameColumn(name)),
        TypeCode.DateTime => Typed(reader, place, new DateTimeDataFrameColumn(name)),
        _ when reader.GetFieldType(place) == typeof(DateOnly) => Typed(reader, place, new DateTimeDataFrameColumn(name)),
        _ when reader.GetFieldType(place) == typeof(TimeSpan) => Typed(reader, place, new PrimitiveDataFrameColumn<TimeSpan>(name)),
        _ when reader.GetFieldType(place) == typeof(BigInteger) => Whole(reader, place, name),
        _ => Texts(reader, place, name),
    };

    private static (Action<bool> Add, Func<DataFrameColumn> End) Typed<T>(DuckDBDataReader reader, int place, PrimitiveDataFrameColumn<T> column)
        where T : unmanaged =>
        (isNull => column.Append(isNull ? null : reader.GetFieldValue<T>(place)), () => column);

    private static (Action<bool> Add, Func<DataFrameColumn> End) Whole(DuckDBDataReader reader, int place, string name)
    {
        var numbers = new List<BigInteger?>();
        return (isNull => numbers.Add(isNull ? null : reader.GetFieldValue<BigInteger>(place)), () =>
            numbers.All(number => number is null || (number >= long.MinValue && number <= long.MaxValue))
                ? new Int64DataFrameColumn(name, numbers.Select(number => (long?)number))
                : new DoubleDataFrameColumn(name, numbers.Select(number => (double?)number)));
    }

    private static (Action<bool> Add, Func<DataFrameColumn> End) Texts(DuckDBDataReader reader, int place, string name)
    {
        var column = new StringDataFrameColumn(name);
        return (isNull => column.Append(isNull ? null : Text(name, reader.GetValue(place))), () => column);
    }

    private static string Text(string name, object value) => value switch
    {
        string text => text,
        Stream bytes => Hex(bytes),
        _ when Scalars.Includes(value.GetType()) => PageJson.Of(name, value).Trim('"'),
        _ => PageJson.Of(name, value),
    };

    private static string Hex(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Convert.ToHexString(copy.ToArray());
    }
}
