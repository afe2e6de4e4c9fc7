using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Reads values as values.py writes them; its first lines tell how.</summary>
internal static class ValueReader
{
    public static JsonDocumentOptions Options => new() { MaxDepth = 256 };

    /// <summary>The value.</summary>
    /// <param name="json">What was written.</param>
    /// <param name="name">What mistakes call it.</param>
    /// <exception cref="NotebookException">It has no counterpart here.</exception>
    public static object? Read(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array => ListTypes.Typed([.. json.EnumerateArray().Select(item => Read(item, name))]),
        _ => Tagged(json.GetProperty("t").GetString()!, json.GetProperty("v"), name),
    };

    // Python's integers have no bounds: the smallest type that holds one.
    private static object Number(JsonElement json)
    {
        var text = json.GetRawText();
        if (text.AsSpan().ContainsAny('.', 'e', 'E')) return json.GetDouble();
        if (json.TryGetInt32(out var small)) return small;
        if (json.TryGetInt64(out var large)) return large;
        return BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    private static object? Tagged(string kind, JsonElement value, string name) => kind switch
    {
        "float" => value.GetString() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN },
        "dict" => Dictionary(value, name),
        "datetime" => Ticks.ToDateTime(value[0].GetInt64(), value[1].GetBoolean()),
        "timedelta" => Duration(value.GetInt64()),
        "date" => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" => TimeOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "decimal" => Decimal(value.GetString()!, name),
        "uuid" => value.GetGuid(),
        "complex" => new Complex(Convert.ToDouble(Read(value[0], name), CultureInfo.InvariantCulture), Convert.ToDouble(Read(value[1], name), CultureInfo.InvariantCulture)),
        "bytes" => value.GetBytesFromBase64(),
        "list" => ListTypes.List(value.GetProperty("type").GetString()!, value.GetProperty("data").GetBytesFromBase64()),
        "array" => ListTypes.Array(value.GetProperty("type").GetString()!, value.GetProperty("data").GetBytesFromBase64()),
        "frame" => FrameReader.Read(value, name),
        _ => throw new NotebookException($"'{name}' came as '{kind}', which is not known here."),
    };

    internal static decimal Decimal(string text, string name) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new NotebookException($"'{name}' holds the Decimal {text}, which is out of the range of decimal; convert it with float() first.");

    private static TimeSpan Duration(long ticks) => new(ticks);

    private static object Dictionary(JsonElement pairs, string name)
    {
        var entries = pairs.EnumerateArray().Select(pair => (Key: Read(pair[0], name), Value: Read(pair[1], name))).ToList();
        if (entries.TrueForAll(entry => entry.Key is string)) return entries.ToDictionary(entry => (string)entry.Key!, entry => entry.Value, StringComparer.Ordinal);
        if (entries.Exists(entry => entry.Key is null)) throw new NotebookException($"'{name}' has a dictionary with the key None, which no dictionary here can have; give it another key.");
        var mixed = new Dictionary<object, object?>();
        // Not all that differ there differ here.
        foreach (var (key, value) in entries) mixed[key!] = value;
        return mixed;
    }
}
