using System.Text;

namespace FetchLab.Charts;

/// <summary>
/// The pointer's text as a template and the values that fill it. What is the same in all places, such as the beginning of
/// all addresses, stands once in the template: that halves the size of a figure.
/// </summary>
internal static class HoverText
{
    /// <summary>One row a place, one value for each field that is not the same in all places.</summary>
    public static object[][] Data(IReadOnlyList<HoverField> fields)
    {
        var parts = fields.Select(Split).Where(part => part.Values is not null).ToArray();
        return [.. Enumerable.Range(0, fields[0].Values.Count).Select(place => parts.Select(part => part.Values![place]).ToArray())];
    }

    public static string Template(IReadOnlyList<HoverField> fields)
    {
        var template = new StringBuilder();
        var column = 0;
        foreach (var part in fields.Select(Split))
        {
            template.Append(part.Before).Append(part.Values is null ? "" : $"%{{customdata[{column++}]}}").Append(part.After);
        }

        // An empty <extra> keeps plotly.js from adding the trace's name beside the text.
        return template.Append("<extra></extra>").ToString();
    }

    private static (string Before, object[]? Values, string After) Split(HoverField field)
    {
        var texts = field.Values.Select(value => Markup.EscapeForPlotly(Text(value))).ToArray();
        var head = Shared(texts);
        if (texts.All(text => text.Length == head))
        {
            return (field.Before + texts[0], null, "");
        }

        if (field.Values.Any(value => value is not string))
        {
            return (field.Before, [.. field.Values.Select(value => value is string text ? Markup.EscapeForPlotly(text) : value)], "");
        }

        // Cut before an entity, not inside one.
        head = Math.Max(0, texts[0][..head].LastIndexOf('/') + 1);
        var rests = texts.Select(text => text[head..]).ToArray();
        var tail = Shared([.. rests.Select(rest => new string([.. rest.Reverse()]))]);
        var cut = rests[0].IndexOf('?', rests[0].Length - tail);
        tail = cut < 0 ? 0 : rests[0].Length - cut;
        return (field.Before + texts[0][..head], [.. rests.Select(rest => rest[..^tail])], rests[0][^tail..]);
    }

    /// <summary>The length of the beginning that all texts share.</summary>
    private static int Shared(string[] texts)
    {
        var length = 0;
        while (texts.All(text => text.Length > length && text[length] == texts[0][length]))
        {
            length++;
        }

        return length;
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
