namespace FetchLab;

/// <summary>One page to fetch.</summary>
/// <param name="Index">The page's place in the list, from 0; a record keeps it.</param>
/// <param name="Host">The name of the host that the page belongs to, such as <c>apple</c>.</param>
/// <param name="Url">The absolute address.</param>
/// <param name="Latency">The latency that the origin is asked to hold the reply for; predictions before a run use it.</param>
public sealed record Page(int Index, string Host, Uri Url, TimeSpan Latency)
{
    /// <summary>
    /// Pages anywhere, from their addresses. Nobody can be asked how long those take: they are predicted to take no time.
    /// </summary>
    /// <param name="urls">Absolute http or https addresses, at least one.</param>
    /// <exception cref="FetchLabException">The list is empty, or an address is not one of the web.</exception>
    public static IReadOnlyList<Page> From(params IEnumerable<string> urls)
    {
        var pages = Require.Given(urls, "pages", "Page.From(\"https://example.org/\")").Select(FromOne).ToArray();
        Require.AtLeast(1, pages.Length, "pages", "Page.From(\"https://example.org/\")");
        return pages;
    }

    /// <summary>Refuses a list that is none, is empty, or has gaps.</summary>
    internal static IReadOnlyList<Page> Given(IReadOnlyList<Page> pages)
    {
        Require.AtLeast(1, Require.Given(pages, "pages", "site.Pages(100)").Count, "pages", "100");
        foreach (var page in pages)
            Require.Given(page, "a page", "site.Pages(100)");
        return pages;
    }

    /// <summary>Refuses a list that cannot be fetched, before any request is sent.</summary>
    internal static void Validate(IReadOnlyList<Page> pages)
    {
        foreach (var page in Given(pages))
        {
            Require.WebAddress(page.Url, page.Url?.OriginalString ?? "nothing");
            Require.Latency(page.Latency);
        }
    }

    private static Page FromOne(string text, int index)
    {
        _ = Uri.TryCreate(text, UriKind.Absolute, out var url);
        Require.WebAddress(url, text ?? "nothing");
        return new Page(index, url!.Host, url, TimeSpan.Zero);
    }
}
