using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

/// <summary>A value as JSON that may stand inside a script of a page.</summary>
/// <remarks>
/// A DataFrame and a list of records are arrays of objects; what is no number to JavaScript (NaN) is null; times are ISO 8601
/// texts, and time spans milliseconds. No text in it can end the script: signs of HTML are escaped.
/// </remarks>
internal static class PageJson
{
    private const int Deepest = 32;
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="name">What errors call it.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotebookException">It is nested too deep, as one that leads back to itself is.</exception>
    public static string Of(string name, object? value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, _options)) Write(writer, value, name, 0);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value, string name, int depth)
    {
        if (depth > Deepest)
            throw new NotebookException($"{name} is nested more than {Deepest} deep, and cannot be a value of a page; share a part of it, such as its rows.");
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case double or float or Half:
                var number = Convert.ToDouble(value is Half half ? (double)half : value, CultureInfo.InvariantCulture);
                if (double.IsFinite(number)) WriteNumber(writer, value);
                else writer.WriteNullValue();
                break;
            case TimeSpan time:
                writer.WriteNumberValue(time.TotalMilliseconds);
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case DateOnly or TimeOnly:
                writer.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case Enum or string or char or Guid or Uri or Version:
                writer.WriteStringValue(value.ToString());
                break;
            case IFormattable when Scalars.IsNumber(value.GetType()):
                WriteNumber(writer, value);
                break;
            case DataFrame frame:
                WriteRows(writer, frame, name, depth);
                break;
            case IDictionary entries:
                WriteObject(writer, entries.Keys.Cast<object>().Select(key => (Text(key), entries[key])), name, depth);
                break;
            case IEnumerable items:
                WriteArray(writer, items, name, depth);
                break;
            default:
                WriteObject(writer, Records.Members(value.GetType()).Select(member => (member.Name, Value(member, value))), name, depth);
                break;
        }
    }

    // As it is written in every culture: to a page a number is its digits.
    private static void WriteNumber(Utf8JsonWriter writer, object value) =>
        writer.WriteRawValue(((IFormattable)value).ToString(value is double or float or Half ? "R" : null, CultureInfo.InvariantCulture));

    private static void WriteRows(Utf8JsonWriter writer, DataFrame frame, string name, int depth)
    {
        writer.WriteStartArray();
        for (long row = 0; row < frame.Rows.Count; row++)
            WriteObject(writer, frame.Columns.Select(column => (column.Name, (object?)column[row])), name, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items, string name, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items) Write(writer, item, name, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members, string name, int depth)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Value, name, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static string Text(object key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    // A property that throws has no value.
    private static object? Value(RecordMember member, object record)
    {
        try
        {
            return member.Get(record);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
