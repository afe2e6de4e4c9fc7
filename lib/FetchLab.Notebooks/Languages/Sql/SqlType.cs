using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace FetchLab.Notebooks;

/// <summary>The type of a column in SQL, and how a value of .NET gets into it.</summary>
/// <param name="Name">The type, as SQL writes it.</param>
/// <param name="Append">Adds a value, which is not null, to a row.</param>
internal sealed record SqlType(string Name, Action<IDuckDBAppenderRow, object> Append)
{
    private static readonly SqlType _text = new("VARCHAR", (row, value) => row.AppendValue(Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static readonly Dictionary<Type, SqlType> _types = new()
    {
        [typeof(bool)] = new("BOOLEAN", (row, value) => row.AppendValue((bool)value)),
        [typeof(sbyte)] = new("TINYINT", (row, value) => row.AppendValue((sbyte)value)),
        [typeof(byte)] = new("UTINYINT", (row, value) => row.AppendValue((byte)value)),
        [typeof(short)] = new("SMALLINT", (row, value) => row.AppendValue((short)value)),
        [typeof(ushort)] = new("USMALLINT", (row, value) => row.AppendValue((ushort)value)),
        [typeof(int)] = new("INTEGER", (row, value) => row.AppendValue((int)value)),
        [typeof(uint)] = new("UINTEGER", (row, value) => row.AppendValue((uint)value)),
        [typeof(long)] = new("BIGINT", (row, value) => row.AppendValue((long)value)),
        [typeof(ulong)] = new("UBIGINT", (row, value) => row.AppendValue((ulong)value)),
        [typeof(Int128)] = new("HUGEINT", (row, value) => row.AppendValue((BigInteger)(Int128)value)),
        [typeof(BigInteger)] = new("HUGEINT", (row, value) => row.AppendValue((BigInteger)value)),
        [typeof(float)] = new("FLOAT", (row, value) => row.AppendValue((float)value)),
        [typeof(double)] = new("DOUBLE", (row, value) => row.AppendValue((double)value)),
        [typeof(DateTimeOffset)] = new("TIMESTAMPTZ", (row, value) => row.AppendValue((DateTimeOffset)value)),
        [typeof(DateOnly)] = new("DATE", (row, value) => row.AppendValue((DateOnly)value)),
        [typeof(TimeOnly)] = new("TIME", (row, value) => row.AppendValue((TimeOnly)value)),
        [typeof(TimeSpan)] = new("INTERVAL", (row, value) => row.AppendValue((TimeSpan)value)),
        [typeof(Guid)] = new("UUID", (row, value) => row.AppendValue((Guid)value)),
        [typeof(byte[])] = new("BLOB", (row, value) => row.AppendValue((byte[])value)),
    };

    /// <summary>The narrowest type that keeps every value of a column as it is; of what is no single value, its text.</summary>
    /// <param name="type">The type that the values are declared with.</param>
    /// <param name="values">The values.</param>
    public static SqlType Of(Type type, IEnumerable<object?> values)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(decimal)) return Decimal(values.OfType<decimal>().Select(number => (int)number.Scale).DefaultIfEmpty().Max());
        if (type == typeof(DateTime)) return Timestamp(values.OfType<DateTime>());
        return _types.GetValueOrDefault(type, _text);
    }

    private static SqlType Decimal(int scale) =>
        new(string.Create(CultureInfo.InvariantCulture, $"DECIMAL(38, {scale})"), (row, value) => row.AppendValue((decimal)value));

    // SQL's usual timestamp has microseconds and all years; the other has .NET's 100 ns, and the years from 1678 to 2261.
    private static SqlType Timestamp(IEnumerable<DateTime> times)
    {
        var isFine = false;
        foreach (var time in times)
        {
            if (time.Year is < 1678 or > 2261) return Timestamp("TIMESTAMP");
            isFine |= time.Ticks % TimeSpan.TicksPerMicrosecond != 0;
        }

        return Timestamp(isFine ? "TIMESTAMP_NS" : "TIMESTAMP");
    }

    private static SqlType Timestamp(string name) => new(name, (row, value) => row.AppendValue((DateTime)value));
}
