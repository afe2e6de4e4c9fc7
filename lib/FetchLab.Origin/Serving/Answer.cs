using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Origin;

/// <summary>What the origin does with a request for a page: the page, a failure, or one sentence about what is wrong.</summary>
internal sealed class Answer(OriginProfile profile, Runs runs, RequestLog? log, AlarmClock clock)
{
    private readonly PageBook _book = new(profile);
    private readonly Holding _holding = new(profile, clock);
    private readonly PageBody _body = new(profile, clock);

    public async Task ToAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        var connection = context.Connection.Id;
        var ids = RequestIds.Read(context.Request.Headers, out var refusal);
        using var visit = new Visit(runs.Of(ids.Run), runs.All, log, ids, connection, arrived);
        context.Response.Headers[Header.Connection] = connection;

        try
        {
            if (refusal is null && _book.TryFind(context, out var page, out refusal))
            {
                visit.Attempt = Attempt.Of(page, ids.Attempt, profile.Seed);
                if (page.Knobs.Gate > 0 && ids.Run.Length == 0)
                    refusal = new(400, $"a gate is a run's, but there was no header {Header.Run}; try {Header.Run}: 1.");
                else if (visit.Run.Bucket.Take(arrived) is > 0 and var wait)
                    refusal = TooMany(context.Response, wait);
            }

            await (refusal is null ? EndAsync(context, visit) : RefuseAsync(context, visit, refusal));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; the visit is counted down, and there is nobody to tell.
        }
    }

    private async Task EndAsync(HttpContext context, Visit visit)
    {
        var fate = visit.Attempt!.Fate;
        if (fate == Fate.Hang)
        {
            await clock.UntilAsync(visit.Arrived + Clock.Ticks(Spread.Most), context.RequestAborted);
            context.Abort();
            return;
        }

        await _holding.HoldAsync(visit, context);
        if (fate == Fate.Reset)
        {
            visit.Leave();
            context.Abort();
            return;
        }

        var headers = context.Response.Headers;
        headers[Header.Held] = Text(visit.HeldMs);
        headers[Header.Queue] = Text(visit.QueueMs);
        headers[Header.Service] = Text(visit.ServiceMs);
        visit.Status = fate == Fate.Error ? 500 : 200;
        if (fate == Fate.Error)
            await RefuseAsync(context, visit, new(500, "this attempt was to fail, and the next may not; try again."));
        else
            await _body.WriteAsync(context, visit);
    }

    private static Refusal TooMany(HttpResponse response, double waitMs)
    {
        // The standard header counts whole seconds, which is long at the course's scale.
        var seconds = Math.Max(1, Math.Ceiling(waitMs / 1000));
        response.Headers.RetryAfter = seconds.ToString("F0", CultureInfo.InvariantCulture);
        response.Headers[Header.RetryAfter] = Text(waitMs);
        return new(429, FormattableString.Invariant($"these requests come faster than the origin answers them; try again in {seconds} s."));
    }

    private static async Task RefuseAsync(HttpContext context, Visit visit, Refusal refusal)
    {
        visit.Status = refusal.Status;
        visit.Leave();
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(refusal.Sentence + "\n", context.RequestAborted);
    }

    private static string Text(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);
}
