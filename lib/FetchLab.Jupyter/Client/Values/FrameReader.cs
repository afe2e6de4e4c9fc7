using System.Text.Json;
using FetchLab.Notebooks;
using Microsoft.Data.Analysis;

namespace FetchLab.Jupyter;

/// <summary>Reads a pandas frame, column by column, as values.py writes it.</summary>
internal static class FrameReader
{
    /// <exception cref="NotebookException">A value has no counterpart here.</exception>
    public static DataFrame Read(JsonElement frame, string name) =>
        new(frame.GetProperty("columns").EnumerateArray().Select(column => Column(column, name)));

    private static DataFrameColumn Column(JsonElement json, string frame)
    {
        var (name, type, data) = (json.GetProperty("name").GetString()!, json.GetProperty("type").GetString()!, json.GetProperty("data"));
        if (type == "text") return new StringDataFrameColumn(name, data.EnumerateArray().Select(item => item.GetString()!));
        if (type == "decimal")
        {
            return new DecimalDataFrameColumn(name, data.EnumerateArray().Select(item =>
                item.GetString() is { } text ? ValueReader.Decimal(text, frame) : (decimal?)null));
        }

        var missing = json.GetProperty("missing").ValueKind == JsonValueKind.Null ? null : json.GetProperty("missing").GetBytesFromBase64();
        var utc = json.GetProperty("utc").GetBoolean();
        return (type, ListTypes.Array(type, data.GetBytesFromBase64())) switch
        {
            ("datetime", long[] ticks) => new DateTimeDataFrameColumn(name, Values(ticks, missing, tick => Ticks.ToDateTime(tick, utc))),
            ("timedelta", long[] ticks) => new PrimitiveDataFrameColumn<TimeSpan>(name, Values(ticks, missing, tick => new TimeSpan(tick))),
            (_, bool[] flags) => new BooleanDataFrameColumn(name, Values(flags, missing)),
            // Before those without a sign: to the runtime one array is the other as well.
            ("int8", sbyte[] numbers) => new SByteDataFrameColumn(name, Values(numbers, missing)),
            ("uint8", byte[] numbers) => new ByteDataFrameColumn(name, Values(numbers, missing)),
            ("int16", short[] numbers) => new Int16DataFrameColumn(name, Values(numbers, missing)),
            ("uint16", ushort[] numbers) => new UInt16DataFrameColumn(name, Values(numbers, missing)),
            ("int32", int[] numbers) => new Int32DataFrameColumn(name, Values(numbers, missing)),
            ("uint32", uint[] numbers) => new UInt32DataFrameColumn(name, Values(numbers, missing)),
            ("int64", long[] numbers) => new Int64DataFrameColumn(name, Values(numbers, missing)),
            ("uint64", ulong[] numbers) => new UInt64DataFrameColumn(name, Values(numbers, missing)),
            ("float32", float[] numbers) => new SingleDataFrameColumn(name, Values(numbers, missing)),
            ("float64", double[] numbers) => new DoubleDataFrameColumn(name, Values(numbers, missing)),
            _ => throw new NotebookException($"'{frame}' has a column '{name}' of type '{type}', which is not known here."),
        };
    }

    private static IEnumerable<T?> Values<T>(T[] values, byte[]? missing)
        where T : unmanaged => Values(values, missing, value => value);

    private static IEnumerable<T?> Values<TStored, T>(TStored[] values, byte[]? missing, Func<TStored, T> convert)
        where T : unmanaged => values.Select((value, index) => missing is not null && missing[index] != 0 ? (T?)null : convert(value));
}
