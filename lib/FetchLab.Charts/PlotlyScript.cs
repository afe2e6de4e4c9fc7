using System.IO.Compression;

namespace FetchLab.Charts;

/// <summary>
/// plotly.js itself, as the output of a cell: after it, all figures of the page come alive. It comes from the Plotly.NET
/// library and never from a network, and is sent compressed (1.5 MB instead of 3.6).
/// </summary>
[TypeFormatterSource(typeof(ShownFormatterSource), PreferredMimeTypes = [Mime.Html, Mime.Plain])]
public sealed class PlotlyScript : IShown
{
    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    // The source runs as a script element of its own, wrapped in a function whose parameters hide the module loaders that
    // a notebook page may have: plotly.js would hand itself to them and leave the window without it. Where the browser
    // cannot decompress, nothing happens and the stills stay.
    private const string Script = """
        (function(){
        function tell(){window.dispatchEvent(new Event('ANNOUNCEMENT'))}
        if(window.Plotly)return tell();
        if(window.fetchlabPlotly||typeof DecompressionStream==='undefined')return;
        window.fetchlabPlotly=true;
        var packed=Uint8Array.from(atob('PACKED'),function(c){return c.charCodeAt(0)});
        new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(function(source){
        if(!window.Plotly){
        var script=document.createElement('script');
        script.textContent='(function(define,module,exports,require){'+source+'\n}).call(window)';
        document.head.appendChild(script).remove();
        }
        window.fetchlabPlotly=false;
        if(window.Plotly)tell();
        });
        })()
        """;

    private readonly Lazy<string> html = new(() => "<script>" + Script
        .Replace("ANNOUNCEMENT", HtmlWriter.Announcement, StringComparison.Ordinal)
        .Replace("PACKED", Packed(), StringComparison.Ordinal) + "</script>");

    /// <summary>One script element and nothing else: where an exported page meets it twice, it can drop the second.</summary>
    public string ToHtml() => html.Value;

    /// <summary>One sentence.</summary>
    public override string ToString() => "The charts of this notebook come alive with plotly.js 2.28, which this cell carries.";

    string? IShown.As(string mimeType) => mimeType switch
    {
        Mime.Html => ToHtml(),
        Mime.Plain => ToString(),
        _ => null,
    };

    /// <summary>The source of plotly.js, as Plotly.NET carries it.</summary>
    internal static Stream Source() => typeof(Plotly.NET.GenericChart).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidOperationException($"This edition of Plotly.NET carries no {Resource}; use 6.0.0.");

    private static string Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        using (var source = Source())
        {
            source.CopyTo(gzip);
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
