using System.Text.Json;
using System.Xml.Linq;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

/// <summary>Looks into the forms of a figure.</summary>
internal static class Pictures
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static JsonElement Json(this Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    public static JsonElement Trace(this Figure figure, string name) =>
        figure.Json().GetProperty("data").EnumerateArray().First(trace => trace.GetProperty("name").GetString() == name);

    public static JsonElement Hover(this Figure figure) =>
        figure.Json().GetProperty("data").EnumerateArray().Single(trace => trace.TryGetProperty("hovertemplate", out _));

    public static double[] Numbers(this JsonElement trace, string property) =>
        [.. trace.GetProperty(property).EnumerateArray().Select(value => value.GetDouble())];

    public static XElement Still(this Figure figure) => XDocument.Parse(figure.ToSvg()).Root!;

    public static IEnumerable<string> Texts(this XElement svg) => svg.Descendants(Svg + "text").Select(text => text.Value);

    /// <summary>The corners and lengths of the boxes of one colour, in pixels.</summary>
    public static (double X, double Length)[] Boxes(this XElement svg, string colour) =>
    [.. svg.Elements(Svg + "path").Last(path => (string?)path.Attribute("fill") == colour).Attribute("d")!.Value
        .Split('M', StringSplitOptions.RemoveEmptyEntries)
        .Select(box => (Number(box.Split(' ')[0]), Number(box.Split('h')[1].Split('v')[0])))];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
