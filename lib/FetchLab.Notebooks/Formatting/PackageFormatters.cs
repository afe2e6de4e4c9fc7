using System.Reflection;

namespace FetchLab.Notebooks;

/// <summary>
/// Values of well-known packages that the engine does not reference, known by their types' names: charts of Plotly.NET,
/// which its extension for .NET Interactive used to show, and Newtonsoft's JSON, which cannot be taken apart.
/// </summary>
internal static class PackageFormatters
{
    private const string Chart = "Plotly.NET.GenericChart";

    /// <returns>Null for a value of any other type.</returns>
    public static MimeBundle? Of(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            // Up to version 4 the chart's type is nested in a module of its own name, and the kinds of charts in that.
            if (type.FullName is Chart or Chart + "+GenericChart" && type.Assembly.GetType(Chart) is { } charts) return Plotly(value, charts);
            if (type.FullName == "Newtonsoft.Json.Linq.JToken") return Json(value);
        }

        return null;
    }

    private static MimeBundle? Plotly(object chart, Type charts)
    {
        return Text("toJson") is { } json && Text("toChartHTML") is { } html
            ? new([new(MimeTypes.Plotly, json), new(MimeTypes.Html, html.ReplaceLineEndings("\n")), new(MimeTypes.Plain, "Plotly.NET chart")])
            : null;

        string? Text(string method) => charts.GetMethod(method, BindingFlags.Static | BindingFlags.Public)?.Invoke(null, [chart]) as string;
    }

    private static MimeBundle Json(object token)
    {
        var text = token.ToString() ?? "";
        return new([new(MimeTypes.Json, text), new(MimeTypes.Plain, text)]);
    }
}
