using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Origin;

/// <summary>What the origin does with a request: a page, the counts, or one sentence about what is wrong with it.</summary>
internal sealed class Answer(OriginStats stats, AlarmClock clock)
{
    private const string RunHeader = "FetchLab-Run";
    private const string HeldHeader = "FetchLab-Held-Ms";
    private const string ConnectionHeader = "FetchLab-Connection";

    public Task ToAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        return context.Request.Path == "/stats" ? StatsAsync(context) : PageAsync(context, arrived);
    }

    private Task StatsAsync(HttpContext context)
    {
        var run = context.Request.Query["run"];
        return context.Response.WriteAsJsonAsync(run.Count == 0 ? stats.All.Read() : stats.Of(run.ToString()).Read());
    }

    private async Task PageAsync(HttpContext context, long arrived)
    {
        using var visit = stats.Enter(context.Request.Headers[RunHeader].ToString(), context.Connection.Id);
        context.Response.Headers[ConnectionHeader] = context.Connection.Id;

        if (!PageRequest.TryRead(context.Request, out var page, out var refusal))
        {
            visit.Leave();
            context.Response.StatusCode = refusal.Status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refusal.Sentence + "\n", context.RequestAborted);
            return;
        }

        try
        {
            await clock.UntilAsync(arrived + page.LatencyTicks, context.RequestAborted);
            context.Response.Headers[HeldHeader] =
                Stopwatch.GetElapsedTime(arrived).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture);
            await PageBody.WriteAsync(context.Response, page, visit);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; the visit is counted down, and there is nobody to tell.
        }
    }
}
