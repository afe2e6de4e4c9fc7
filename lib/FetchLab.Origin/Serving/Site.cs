using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchLab.Origin;

/// <summary>Everything that has an address here: <c>/stats</c>, <c>/log</c>, <c>/profile</c>, and the pages.</summary>
internal sealed class Site
{
    // Enough for every run of the course, and bounded: an origin may run for days.
    private const int MostLines = 200_000;

    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly OriginProfile _profile;
    private readonly Runs _runs;
    private readonly RequestLog? _log;
    private readonly Answer _answer;

    public Site(OriginArguments arguments)
    {
        var clock = new AlarmClock();
        _profile = arguments.Profile;
        _runs = new(_profile, clock);
        _log = arguments.Logs ? new(MostLines) : null;
        _answer = new(_profile, _runs, _log, clock);
    }

    public Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/stats" => StatsAsync(context),
        "/log" => LogAsync(context),
        "/profile" => context.Response.WriteAsJsonAsync(ProfileReply.Of(_profile), Json),
        _ => _answer.ToAsync(context),
    };

    private Task StatsAsync(HttpContext context)
    {
        var run = context.Request.Query["run"];
        return context.Response.WriteAsJsonAsync(run.Count == 0 ? _runs.All.Read() : _runs.StatsOf(run.ToString()).Read(), Json);
    }

    private async Task LogAsync(HttpContext context)
    {
        if (_log is null)
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("there is no log, because the origin was started with --log off; try --log on.\n");
            return;
        }

        var run = context.Request.Query["run"];
        context.Response.ContentType = "application/x-ndjson";
        foreach (var line in _log.Read(run.Count == 0 ? null : run.ToString()))
        {
            await JsonSerializer.SerializeAsync(context.Response.BodyWriter, line, Json, context.RequestAborted);
            await context.Response.BodyWriter.WriteAsync(NewLine, context.RequestAborted);
        }
    }
}
