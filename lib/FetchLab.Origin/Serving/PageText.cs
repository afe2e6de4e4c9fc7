using System.IO.Pipelines;
using System.Text;

namespace FetchLab.Origin;

/// <summary>A page's text: always the same for the same page, always of the length that was asked for.</summary>
internal static class PageText
{
    private static readonly byte[] Tail = "</p>\n"u8.ToArray();
    private static readonly byte[] Prose = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(
        "While a page is on its way, whoever asked for it can wait, or can ask for the next one.\n", 200)));

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

    /// <returns>What comes next: of the page's head, of prose that goes round, or of its tail.</returns>
    private static ReadOnlySpan<byte> From(PageRequest page, int at)
    {
        var head = page.Head.Span;
        if (at < head.Length)
            return head[at..];

        var tailStart = page.Knobs.Bytes - Math.Min(Tail.Length, page.Knobs.Bytes - head.Length);
        if (at >= tailStart)
            return Tail.AsSpan(at - tailStart);
        var round = Prose.AsSpan((at - head.Length) % Prose.Length);
        return round[..Math.Min(round.Length, tailStart - at)];
    }
}
