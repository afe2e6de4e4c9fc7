using System.Diagnostics.CodeAnalysis;

namespace FetchLab.Charts;

/// <summary>The formatters of all things that this library shows; named by <see cref="TypeFormatterSourceAttribute"/>.</summary>
public sealed class ShownFormatterSource
{
    /// <summary>One formatter for each kind of output.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Notebooks call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
        new[] { Mime.Plotly, Mime.Html, Mime.Svg, Mime.Plain }.Select(mimeType => new ShownFormatter(mimeType));
}
