using AngleSharp.Html.Parser;

namespace FetchLab.Parsing;

/// <summary>What a program wants of a page once it has come. To find it is computing, and no waiting.</summary>
/// <param name="Title">The text of its title; empty where it has none.</param>
/// <param name="Links">Where its links lead, as they are written, in their order.</param>
/// <param name="Words">How many words the body's text has.</param>
/// <param name="Elements">How many elements the document has.</param>
public sealed record ParsedPage(string Title, IReadOnlyList<string> Links, int Words, int Elements)
{
    /// <summary>Parses a page on the calling thread, by the HTML standard: what is not well formed is parsed too.</summary>
    /// <param name="html">The whole page.</param>
    /// <remarks>Any number of threads may do so at once: nothing is shared.</remarks>
    public static ParsedPage Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var document = new HtmlParser().ParseDocument(html);
        return new(
            document.Title ?? "",
            [.. document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)],
            Count(document.Body?.TextContent ?? ""),
            document.All.Length);
    }

    // A word ends where white space begins.
    private static int Count(string text)
    {
        var (words, inside) = (0, false);
        foreach (var letter in text)
        {
            var part = !char.IsWhiteSpace(letter);
            if (part && !inside)
                words++;
            inside = part;
        }

        return words;
    }
}
