using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary>JSON as it crosses the wire, and fields of it that may be absent or of another kind.</summary>
internal static class WireJson
{
    // No HTML page is written here: escaping every '<' would make a chart's bundle half as long again.
    private static readonly JsonSerializerOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, _writing);

    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static JsonObject ReadObject(byte[] json, string part)
    {
        try
        {
            // Reading a member makes the tree at once: a repeated key shows here, not in the middle of an answer.
            return JsonNode.Parse(json) is JsonObject found && found.Count >= 0 ? found : throw new FormatException($"its {part} is no JSON object");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new FormatException($"its {part} is no JSON object", error);
        }
    }

    public static string? Text(this JsonObject json, string field) =>
        json[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool Flag(this JsonObject json, string field, bool absent) =>
        json[field] is JsonValue value && value.TryGetValue(out bool flag) ? flag : absent;

    public static int Number(this JsonObject json, string field, int absent) =>
        json[field] is JsonValue value && value.TryGetValue(out int number) ? number : absent;
}
