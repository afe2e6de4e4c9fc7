namespace FetchLab.Charts;

/// <summary>The kinds of output that a notebook tells apart.</summary>
internal static class Mime
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Html = "text/html";
    public const string Svg = "image/svg+xml";
    public const string Plain = "text/plain";
}
