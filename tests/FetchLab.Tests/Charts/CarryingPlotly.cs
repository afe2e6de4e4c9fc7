using System.IO.Compression;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class CarryingPlotly
{
    [Fact]
    public void It_is_one_script_element_of_at_most_1600_KB()
    {
        var html = Lab.Plotly.ToHtml();

        Assert.StartsWith("<script>", html, StringComparison.Ordinal);
        Assert.Equal(html.Length - "</script>".Length, html.IndexOf("</script", StringComparison.Ordinal));
        Assert.InRange(html.Length, 1_000_000, 1_600_000);
    }

    [Fact]
    public void It_unpacks_to_the_source_that_the_charting_library_carries()
    {
        var html = Lab.Plotly.ToHtml();

        var packed = html.Split("atob('")[1].Split('\'')[0];
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);

        using var source = new MemoryStream();
        using (var resource = typeof(Plotly.NET.GenericChart).Assembly.GetManifestResourceStream("Plotly.NET.plotly-2.28.0.min.js")!)
            resource.CopyTo(source);

        Assert.True(source.ToArray().AsSpan().SequenceEqual(unpacked.ToArray()));
    }

    [Fact]
    public void It_hides_the_pages_module_loaders_and_tells_the_figures()
    {
        var html = Lab.Plotly.ToHtml();

        Assert.Contains("(function(define,module,exports,require){", html, StringComparison.Ordinal);
        Assert.Contains("if(window.Plotly)return", html, StringComparison.Ordinal);
        Assert.Contains("new Event('fetchlab-plotly')", html, StringComparison.Ordinal);
        Assert.Contains("addEventListener('fetchlab-plotly'", Runs.Small().Timeline().ToHtml(), StringComparison.Ordinal);
    }
}
