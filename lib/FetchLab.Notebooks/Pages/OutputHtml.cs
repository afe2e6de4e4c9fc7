using System.Net;
using System.Text.Json.Nodes;

namespace FetchLab.Notebooks;

/// <summary>The outputs of cells as HTML, for one page.</summary>
internal sealed class OutputHtml
{
    private readonly HashSet<string> _scripts = new(StringComparer.Ordinal);

    /// <summary>The richest representation that a page can show.</summary>
    public string Render(JsonObject output) => output["output_type"]?.ToString() switch
    {
        "stream" => Pre(NotebookText.Join(output["text"]), output["name"]?.ToString() == "stderr" ? "stderr" : "stdout"),
        "error" => Pre(string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => line?.ToString())), "error"),
        _ => output["data"] is JsonObject data ? Value(MimeBundle.FromJson(data)) : "",
    };

    private string Value(MimeBundle data) => data.Content switch
    {
        var content when content.TryGetValue(MimeTypes.Html, out var html) => Html(html),
        var content when content.TryGetValue(MimeTypes.Svg, out var svg) => Block(svg),
        var content when content.TryGetValue(MimeTypes.Markdown, out var markdown) => Block(MarkdownHtml.Render(markdown)),
        var content when content.TryGetValue(MimeTypes.Png, out var png) => Block($"<img alt=\"\" src=\"data:image/png;base64,{png.Trim()}\">"),
        _ => Pre(data.PlainText, "value"),
    };

    // A script alone (plotly.js, above all) does its work once a page, however many notebooks bring it.
    private string Html(string html)
    {
        var isScript = html.StartsWith("<script", StringComparison.OrdinalIgnoreCase)
            && html.IndexOf("</script>", StringComparison.OrdinalIgnoreCase) == html.TrimEnd().Length - "</script>".Length;
        if (!isScript) return Block(html);
        return _scripts.Add(html) ? html + "\n" : "";
    }

    private static string Block(string html) => $"<div class=\"output\">{html}</div>\n";

    private static string Pre(string text, string kind) =>
        text.Length == 0 ? "" : $"<pre class=\"output {kind}\">{WebUtility.HtmlEncode(text.TrimEnd('\n'))}</pre>\n";
}
