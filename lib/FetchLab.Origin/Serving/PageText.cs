using System.IO.Pipelines;
using System.Text;

namespace FetchLab.Origin;

/// <summary>
/// A page's text: HTML with headings, paragraphs, lists and links to pages of the same host, so that whoever parses it has work
/// to do; always the same for the same page, always of the length that was asked for.
/// </summary>
internal static class PageText
{
    private const int Sections = 50;

    private static readonly byte[] Tail = "</p>\n"u8.ToArray();
    private static readonly byte[][] Section = [.. Enumerable.Range(0, Sections).Select(Compose)];
    private static readonly byte[] Prose = [.. Section.SelectMany(section => section)];

    // Where each section begins in the prose.
    private static readonly int[] Starts = [.. Section.Select((_, number) => Section.Take(number).Sum(section => section.Length))];

    /// <summary>Writes a piece of a page, from a byte of it on, as it would stand in the whole.</summary>
    public static void Write(PipeWriter writer, PageRequest page, int from, int count)
    {
        for (var at = from; at < from + count;)
        {
            var rest = From(page, at);
            var part = rest[..Math.Min(rest.Length, from + count - at)];
            part.CopyTo(writer.GetSpan(part.Length));
            writer.Advance(part.Length);
            at += part.Length;
        }
    }

    // What stands in an open paragraph and leaves one open. Squares go round unevenly: some pages are linked to more often.
    private static byte[] Compose(int number) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"""
        While a page is on its way, whoever asked for it can wait, or can ask for <a href="{number + 1}">the next one</a>.</p>
        <h2>Part {number}</h2>
        <ul class="see"><li>See <a href="{number * number % Sections}">page {number * number % Sections}</a>,</li><li>or <a href="0">the first</a>.</li></ul>
        <p>To wait costs <em>time</em>, and to compute costs <strong>time on a core</strong>: part {number} is about both.

        """).ReplaceLineEndings("\n"));

    /// <returns>What comes next: of the page's head, of prose that goes round from a section of the page's own, or of its tail.</returns>
    private static ReadOnlySpan<byte> From(PageRequest page, int at)
    {
        var head = page.Head.Span;
        if (at < head.Length)
            return head[at..];

        var tailStart = page.Knobs.Bytes - Math.Min(Tail.Length, page.Knobs.Bytes - head.Length);
        if (at >= tailStart)
            return Tail.AsSpan(at - tailStart);
        var round = Prose.AsSpan((at - head.Length + Starts[page.Index % Sections]) % Prose.Length);
        return round[..Math.Min(round.Length, tailStart - at)];
    }
}
