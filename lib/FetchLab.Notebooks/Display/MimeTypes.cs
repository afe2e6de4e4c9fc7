namespace FetchLab.Notebooks;

/// <summary>The MIME types that the engine itself speaks of.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";
    public const string JavaScript = "application/javascript";
    public const string Json = "application/json";
    public const string Latex = "text/latex";
    public const string Markdown = "text/markdown";
    public const string Plain = "text/plain";
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";

    /// <summary>Whether a bundle holds this type as JSON instead of as text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == Json
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
}
