using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>How a page leaves: at once or slowly, alone or over the link that all pages share, whole or cut short.</summary>
internal sealed class PageBody(OriginProfile profile, AlarmClock clock)
{
    // As much as leaves at once.
    private const int Piece = 16 * 1024;

    // A slow body leaves in so many pieces at least.
    private const int SlowPieces = 10;

    // From the half of a body that is cut short to the end of its connection.
    private const double TruncationMs = 10;

    private readonly Link _link = new(profile.LinkBytesPerSecond);

    /// <summary>Writes the page and counts the visit down before the last byte leaves.</summary>
    /// <remarks>
    /// The client may send its next request the moment that it has the last byte; counted down after it, one request at a time
    /// would now and then look like two.
    /// </remarks>
    public async Task WriteAsync(HttpContext context, Visit visit)
    {
        var (page, fate) = (visit.Attempt!.Page, visit.Attempt.Fate);
        var knobs = page.Knobs;
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = knobs.Bytes;

        // The server ends the connection of a reply that is shorter than it said.
        var length = fate == Fate.Truncated ? knobs.Bytes / 2 : knobs.Bytes;
        var paced = _link.TakesTime || knobs.HandoverMs > 0 || knobs.BodyMs > 0;
        var size = knobs.BodyMs > 0 ? Math.Clamp(length / SlowPieces, 1, Piece) : Piece;
        if (paced || fate == Fate.Truncated)
            await response.StartAsync(context.RequestAborted);

        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < length;)
        {
            var piece = Math.Min(size, length - sent);
            if (paced)
                await clock.UntilAsync(Leaves(visit, knobs, start, sent, piece), context.RequestAborted);
            sent += piece;
            if (sent == length)
                visit.Leave();
            PageText.Write(response.BodyWriter, page, sent - piece, piece);
            // What is not flushed is kept in memory. The end of the request flushes only what no flush came before.
            await response.BodyWriter.FlushAsync();
        }

        visit.Leave();
        // Over HTTP/2 a client that hears of the half and of its end at once may take it for no reply at all.
        if (fate == Fate.Truncated)
            await clock.UntilAsync(Stopwatch.GetTimestamp() + Clock.Ticks(TruncationMs), context.RequestAborted);
    }

    /// <returns>When a piece may leave: when it is through the link, and its part of a slow body's time has passed.</returns>
    private long Leaves(Visit visit, PageKnobs knobs, long start, int sent, int piece)
    {
        var slow = start + Clock.Ticks(knobs.BodyMs * (sent + piece) / knobs.Bytes);
        if (!_link.TakesTime && knobs.HandoverMs == 0)
            return slow;
        var handover = sent == 0 ? knobs.HandoverMs * (visit.Run.Stats.InFlight - 1) : 0;
        return Math.Max(slow, _link.Take(Stopwatch.GetTimestamp(), piece, handover));
    }
}
