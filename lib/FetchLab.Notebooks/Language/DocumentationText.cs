using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FetchLab.Notebooks;

/// <summary>Documentation comments as plain words.</summary>
internal static partial class DocumentationText
{
    /// <summary>An element's text on one line, or null if it has none.</summary>
    public static string? Read(XElement? element)
    {
        var text = element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(Read)), " ").Trim();
        return text.Length > 0 ? text : null;
    }

    private static string Read(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "para" or "br" } paragraph => " " + string.Concat(paragraph.Nodes().Select(Read)) + " ",
        XElement { IsEmpty: true } reference => Name(reference),
        XElement other => string.Concat(other.Nodes().Select(Read)),
        _ => "",
    };

    private static string Name(XElement reference)
    {
        var name = (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name")
            ?? (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("href") ?? "";
        if (name is not [_, ':', .. var id]) return name;
        // 'M:System.Math.Max(System.Int32)' reads best as 'Math.Max'.
        var parts = id.Split('(')[0].Split('.');
        return Arity().Replace(name[0] is 'T' or 'N' ? parts[^1] : string.Join('.', parts.TakeLast(2)), "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("``?[0-9]+")]
    private static partial Regex Arity();
}
