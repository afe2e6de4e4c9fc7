using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FetchLab.Notebooks;
using Microsoft.Data.Analysis;

namespace FetchLab.Jupyter;

/// <summary>Writes values of this process as values.py reads them; its first lines tell how.</summary>
internal sealed class ValueWriter
{
    // Values within values: deeper ones hold themselves.
    private const int Deepest = 40;

    private readonly string _name;
    private readonly Utf8JsonWriter _json;

    private ValueWriter(string name, Utf8JsonWriter json) => (_name, _json) = (name, json);

    /// <summary>Writes a value as JSON of ASCII letters without an apostrophe.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">What mistakes call it.</param>
    /// <exception cref="NotebookException">It has no counterpart in Python.</exception>
    public static string Write(object? value, string name)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) new ValueWriter(name, json).Write(value, depth: 0);
        return Encoding.ASCII.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private void Write(object? value, int depth)
    {
        if (depth > Deepest) throw new NotebookException($"'{_name}' nests deeper than {Deepest} levels, or holds itself; share the part that is needed.");
        if (value is null) _json.WriteNullValue();
        else if (!TryWriteScalar(value)) WriteWhole(value, depth);
    }

    private bool TryWriteScalar(object value)
    {
        switch (value)
        {
            case bool flag:
                _json.WriteBooleanValue(flag);
                return true;
            case string or char or Uri or Rune:
                _json.WriteStringValue(value.ToString());
                return true;
            case Enum:
                _json.WriteStringValue(value.ToString());
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger or Int128 or UInt128 or nint or nuint:
                _json.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            case float or double or Half:
                WriteDouble(Convert.ToDouble(value is Half half ? (double)half : value, CultureInfo.InvariantCulture));
                return true;
            case decimal number:
                Tag("decimal", () => _json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)));
                return true;
            case DateTime instant:
                WriteInstant(instant);
                return true;
            case DateTimeOffset instant:
                WriteInstant(instant.UtcDateTime);
                return true;
            case TimeSpan duration:
                Tag("timedelta", () => _json.WriteNumberValue(duration.Ticks));
                return true;
            case DateOnly date:
                Tag("date", () => _json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)));
                return true;
            case TimeOnly time:
                Tag("time", () => _json.WriteStringValue(time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)));
                return true;
            case Guid id:
                Tag("uuid", () => _json.WriteStringValue(id));
                return true;
            case Complex number:
                Tag("complex", () => WriteAll([number.Real, number.Imaginary], 0));
                return true;
            case byte[] bytes:
                Tag("bytes", () => _json.WriteBase64StringValue(bytes));
                return true;
            default:
                return false;
        }
    }

    private void WriteWhole(object value, int depth)
    {
        switch (value)
        {
            case DataFrame frame:
                WriteFrame(frame.Rows.Count, records: false, frame.Columns.Select(column => (column.Name, column.DataType, (IEnumerable)column)));
                break;
            case DataFrameColumn column:
                WriteFrame(column.Length, records: false, [(column.Name, column.DataType, column)]);
                break;
            case ITuple tuple:
                Tag("tuple", () => WriteAll(Enumerable.Range(0, tuple.Length).Select(index => tuple[index]), depth));
                break;
            case IEnumerable items when PairShape.Of(items.GetType()) is { } pairs:
                Tag("dict", () => WritePairs(items.Cast<object>().Select(pairs.Read), depth));
                break;
            case IEnumerable items:
                WriteList([.. items.Cast<object?>()], depth);
                break;
            case var option when FSharpOption.TryUnwrap(option, out var inside):
                Write(inside, depth + 1);
                break;
            case var record when RecordShape.Of(record.GetType()) is { } shape:
                Tag("dict", () => WritePairs(shape.Properties.Select(property => ((object?)property.Name, RecordShape.Read(property, record))), depth));
                break;
            default:
                throw new NotebookException(
                    $"'{_name}' holds a value of type {value.GetType().Name}, which has no counterpart in Python; numbers, texts, dates, lists, dictionaries, records and DataFrames have.");
        }
    }

    // Records of one kind are a table.
    private void WriteList(object?[] items, int depth)
    {
        var first = items.FirstOrDefault()?.GetType();
        if (first is not null && NumberKind.Of(first) is { } kind && kind.IsPlain && items.All(item => item?.GetType() == first))
        {
            Tag("list", () =>
            {
                _json.WriteStartObject();
                _json.WriteString("type", kind.Name);
                _json.WriteBase64String("data", kind.Bytes(items));
                _json.WriteEndObject();
            });
        }
        else if (first is not null && depth == 0 && RecordShape.Of(first) is { } shape && items.All(item => item?.GetType() == first))
        {
            WriteFrame(items.Length, records: true, shape.Properties.Select(property =>
                (property.Name, property.PropertyType, (IEnumerable)items.Select(item => RecordShape.Read(property, item)))));
        }
        else
        {
            WriteAll(items, depth);
        }
    }

    private void WriteAll(IEnumerable<object?> items, int depth)
    {
        _json.WriteStartArray();
        foreach (var item in items) Write(item, depth + 1);
        _json.WriteEndArray();
    }

    private void WritePairs(IEnumerable<(object? Key, object? Value)> pairs, int depth)
    {
        _json.WriteStartArray();
        foreach (var (key, value) in pairs) WriteAll([key, value], depth);
        _json.WriteEndArray();
    }

    private void WriteFrame(long rows, bool records, IEnumerable<(string Name, Type Type, IEnumerable Values)> columns) => Tag("frame", () =>
    {
        _json.WriteStartObject();
        _json.WriteNumber("rows", rows);
        _json.WriteBoolean("records", records);
        _json.WriteStartArray("columns");
        foreach (var (name, type, values) in columns) WriteColumn(name, Nullable.GetUnderlyingType(type) ?? type, [.. values.Cast<object?>()]);
        _json.WriteEndArray();
        _json.WriteEndObject();
    });

    private void WriteColumn(string name, Type type, object?[] values)
    {
        _json.WriteStartObject();
        _json.WriteString("name", name);
        if (NumberKind.Of(type) is { } kind)
        {
            _json.WriteString("type", kind.Name);
            _json.WriteBase64String("data", kind.Bytes(values));
            if (Array.Exists(values, value => value is null)) _json.WriteBase64String("missing", [.. values.Select(value => value is null ? (byte)1 : (byte)0)]);
            else _json.WriteNull("missing");
            _json.WriteBoolean("utc", type == typeof(DateTimeOffset) || IsUtc(values));
        }
        else
        {
            _json.WriteString("type", "values");
            _json.WriteNull("missing");
            _json.WritePropertyName("data");
            WriteAll(values, depth: 1);
        }

        _json.WriteEndObject();
    }

    // One kind for all of a column: pandas has no other.
    private static bool IsUtc(object?[] values) =>
        values.OfType<DateTime>().Any() && values.OfType<DateTime>().All(instant => instant.Kind == DateTimeKind.Utc);

    private void WriteInstant(DateTime instant) => Tag("datetime", () =>
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(Ticks.Of(instant));
        _json.WriteBooleanValue(instant.Kind == DateTimeKind.Utc);
        _json.WriteEndArray();
    });

    private void WriteDouble(double number)
    {
        if (!double.IsFinite(number))
        {
            Tag("float", () => _json.WriteStringValue(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf"));
            return;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        // Without a point it would be an integer there.
        _json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private void Tag(string kind, Action writeValue)
    {
        _json.WriteStartObject();
        _json.WriteString("t", kind);
        _json.WritePropertyName("v");
        writeValue();
        _json.WriteEndObject();
    }
}
