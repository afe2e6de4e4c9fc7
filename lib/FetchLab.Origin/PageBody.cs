using System.Buffers;
using System.Globalization;
using System.Text;

namespace FetchLab.Origin;

/// <summary>A page's text: always the same for the same page, always of the length that was asked for.</summary>
internal static class PageBody
{
    private static readonly byte[] Tail = "</p>\n"u8.ToArray();
    private static readonly byte[] Prose = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(
        "While a page is on its way, whoever asked for it can wait, or can ask for the next one.\n", 700)));

    /// <summary>Writes the page and counts the visit down before the last byte leaves.</summary>
    /// <remarks>
    /// The client may send its next request the moment that it has the last byte; counted down after it, one request at a time
    /// would now and then look like two.
    /// </remarks>
    public static async Task WriteAsync(HttpResponse response, PageRequest page, Visit visit)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Bytes;

        var head = Head(page);
        var tail = Tail.AsMemory(0, Math.Min(Tail.Length, Math.Max(0, page.Bytes - head.Length)));
        var writer = response.BodyWriter;
        writer.Write(head);
        for (var rest = page.Bytes - head.Length - tail.Length; rest > 0;)
        {
            var piece = Math.Min(rest, Prose.Length);
            writer.Write(Prose.AsSpan(0, piece));
            rest -= piece;
            // What is not flushed is kept in memory. The last piece leaves with the tail.
            if (rest > 0)
                await writer.FlushAsync(response.HttpContext.RequestAborted);
        }

        visit.Leave();
        writer.Write(tail.Span);
        // After a first flush, the end of the request does not flush what is left.
        await writer.FlushAsync(response.HttpContext.RequestAborted);
    }

    private static byte[] Head(PageRequest page)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{page.Host}, page {page.Index}");
        var head = Encoding.UTF8.GetBytes(
            $"<!doctype html>\n<html lang=\"en\">\n<title>{name}</title>\n<h1>{name}</h1>\n<p>");
        return head.Length <= page.Bytes ? head : head[..page.Bytes];
    }
}
