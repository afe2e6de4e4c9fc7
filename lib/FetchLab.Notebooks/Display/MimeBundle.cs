using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FetchLab.Notebooks;

/// <summary>One value in several representations, by MIME type.</summary>
[method: JsonConstructor]
public sealed class MimeBundle(IReadOnlyDictionary<string, string> content)
{
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> content)
        : this(new Dictionary<string, string>(content, StringComparer.Ordinal))
    {
    }

    public MimeBundle(string mimeType, string content) : this([new(mimeType, content)])
    {
    }

    /// <summary>The representations, in the order in which they were made.</summary>
    public IReadOnlyDictionary<string, string> Content { get; } = content;

    /// <summary>The plain text, or an empty string.</summary>
    [JsonIgnore]
    public string PlainText => Content.GetValueOrDefault(MimeTypes.Plain, "");

    /// <summary>Reads nbformat's and the wire's <c>data</c> object: text as a string or a list of lines, JSON as itself.</summary>
    public static MimeBundle FromJson(JsonObject data) => new(data.Select(entry => KeyValuePair.Create(
        entry.Key,
        MimeTypes.IsJson(entry.Key) ? entry.Value?.ToJsonString() ?? "null" : NotebookText.Join(entry.Value))));

    /// <summary>The <c>data</c> object of the wire: text as one string, JSON as itself.</summary>
    public JsonObject ToJson() => new(Content.Select(entry => KeyValuePair.Create(
        entry.Key,
        MimeTypes.IsJson(entry.Key) ? JsonNode.Parse(entry.Value) : JsonValue.Create(entry.Value))));
}
