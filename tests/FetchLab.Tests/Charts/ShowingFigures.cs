using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FetchLab.Charts;
using Microsoft.DotNet.Interactive.Formatting;

namespace FetchLab.Tests.Charts;

public partial class ShowingFigures
{
    [Fact]
    public void A_notebook_is_given_all_four_forms_in_one_bundle()
    {
        var figure = Runs.Small().Timeline();

        var bundle = Bundle(figure);

        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/html", "text/plain"], bundle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(figure.ToPlotlyJson(), bundle["application/vnd.plotly.v1+json"]);
        Assert.Equal(figure.ToSvg(), bundle["image/svg+xml"]);
        Assert.Equal(figure.ToString(), bundle["text/plain"]);
        Assert.Contains("<svg", bundle["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_is_given_plotly_as_a_page_and_as_a_sentence()
    {
        var bundle = Bundle(Lab.Plotly);

        Assert.Equal(["text/html", "text/plain"], bundle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Lab.Plotly.ToHtml(), bundle["text/html"]);
        Assert.EndsWith(".", bundle["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_the_still_and_no_address_to_load_from()
    {
        var html = Runs.Small().Timeline().ToHtml();

        var box = html[..html.IndexOf("<script>", StringComparison.Ordinal)];
        Assert.Equal("svg", XElement.Parse(box).Elements().Single().Name.LocalName);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("currentScript", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cdn", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_page_reserves_the_height_of_the_live_chart()
    {
        var figure = Runs.Small().Timeline();

        var height = figure.Json().GetProperty("layout").GetProperty("height").GetInt32();
        Assert.Contains($"height:{height}px", figure.ToHtml(), StringComparison.Ordinal);
        Assert.EndsWith($" {height}", (string)figure.Still().Attribute("viewBox")!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_shown_twice_has_two_ids()
    {
        var figure = Runs.Small().Timeline();

        Assert.NotEqual(Id().Match(figure.ToHtml()).Value, Id().Match(figure.ToHtml()).Value);
    }

    [Fact]
    public void Hostile_texts_stay_texts()
    {
        const string Name = "</script><script>alert('\"&\0\uD800')//";
        var record = Runs.Fetch(0, 1, 0, 0, 1, 2) with { Url = new("http://127.0.0.1/</script>?a=%{x}&b=<img>"), Error = Name };
        var run = Runs.Run(Name, 1, [record, record with { Index = 1, Error = null }]);

        foreach (var figure in Figures.Of(run).Append(new WorkerMemory[] { new(Name, 1, 1), new(Name, 2, 2) }.Memory()))
        {
            var html = figure.ToHtml();
            Assert.DoesNotContain("<script", figure.ToSvg(), StringComparison.Ordinal);
            Assert.Single(Script().Matches(html));
            Assert.Single(EndOfScript().Matches(html));
            Assert.DoesNotContain("alert('", figure.ToSvg(), StringComparison.Ordinal);
            Assert.Equal(figure.Title.Replace('\0', '\uFFFD').Replace('\uD800', '\uFFFD'), figure.Still().Element(Pictures.Svg + "title")!.Value);
            Assert.DoesNotContain("<script", figure.Json().GetProperty("layout").GetProperty("title").GetProperty("text").GetString()!, StringComparison.Ordinal);
            var json = html[(html.IndexOf("f={", StringComparison.Ordinal) + 2)..html.IndexOf(",tries=0", StringComparison.Ordinal)];
            Assert.DoesNotContain('<', json);
            JsonDocument.Parse(json);
        }
    }

    /// <summary>What a notebook sends: each form that the type prefers.</summary>
    private static Dictionary<string, string> Bundle(object value) => Formatter.GetPreferredMimeTypesFor(value.GetType())
        .ToDictionary(mimeType => mimeType, mimeType => value.ToDisplayString(mimeType));

    [GeneratedRegex("id=\"[^\"]+\"")]
    private static partial Regex Id();

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfScript();
}
