using System.Text.Json.Nodes;

namespace FetchLab.Notebooks;

/// <summary>nbformat's multi-line strings: one string, or a list of lines that keep their line ends.</summary>
internal static class NotebookText
{
    public static string Join(JsonNode? text) => text switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(line => line?.ToString())),
        _ => text.ToString(),
    };

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
