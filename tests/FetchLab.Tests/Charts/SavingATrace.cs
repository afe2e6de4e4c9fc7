using System.Text.Json;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class SavingATrace
{
    [Fact]
    public void A_fetch_is_an_event_in_microseconds_with_its_phases_inside()
    {
        var first = Events(Runs.Small()).Where(one => one.GetProperty("ph").GetString() == "X").Take(3).ToArray();

        Assert.Equal(["apple/0", "waiting for headers", "body"], first.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal([1000, 1000, 51_500], first.Select(one => one.GetProperty("ts").GetDouble()));
        Assert.Equal([51_000, 50_500, 500], first.Select(one => one.GetProperty("dur").GetDouble()));
        Assert.Equal("http://127.0.0.1:43817/apple/0?latencyMs=50&bytes=2048", first[0].GetProperty("args").GetProperty("url").GetString());
        Assert.Equal(200, first[0].GetProperty("args").GetProperty("status").GetInt32());
        Assert.Equal(1, first[0].GetProperty("args").GetProperty("queued_ms").GetDouble());
    }

    [Fact]
    public void Connecting_is_a_phase_and_each_attempt_an_event()
    {
        var events = Events(Runs.Retried()).Where(one => one.GetProperty("ph").GetString() == "X").ToArray();

        Assert.Equal(
            ["apple/0", "connecting", "waiting for headers", "body", "github/1", "connecting", "waiting for headers", "body",
                "github/1", "waiting for headers", "body"],
            events.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal((1000, 21_000), Span(events[1]));
        Assert.Equal((21_000, 71_000), Span(events[2]));
        var last = events[8].GetProperty("args");
        Assert.Equal(2, last.GetProperty("attempt").GetInt32());
        Assert.Equal("c1", last.GetProperty("connection").GetString());
        Assert.False(last.GetProperty("new_connection").GetBoolean());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("connect_ms").ValueKind);
        Assert.Equal(20, events[0].GetProperty("args").GetProperty("connect_ms").GetDouble());
    }

    [Fact]
    public void The_clients_work_is_a_phase_inside_its_fetch()
    {
        var events = Events(Runs.WorkedOn(1)).Where(one => one.GetProperty("ph").GetString() == "X").ToArray();

        Assert.Equal([("apple/0", (0, 60_000)), ("waiting for headers", (0, 50_000)), ("client work", (50_000, 60_000))],
            events.Select(one => (one.GetProperty("name").GetString(), Span(one))));
        Assert.Equal(10, events[0].GetProperty("args").GetProperty("work_ms").GetDouble());
    }

    [Fact]
    public void A_failed_fetch_tells_its_error_and_no_status()
    {
        var args = Events(Runs.Small()).Single(one => one.GetProperty("name").GetString() == "github/1").GetProperty("args");

        Assert.Equal("the connection was refused.", args.GetProperty("error").GetString());
        Assert.Equal(JsonValueKind.Null, args.GetProperty("status").ValueKind);
    }

    [Fact]
    public void Each_worker_has_a_lane_and_its_name()
    {
        var names = Events(Runs.Small()).Where(one => one.GetProperty("name").GetString() == "thread_name").ToArray();

        Assert.Equal(["worker 0", "worker 1"], names.Select(one => one.GetProperty("args").GetProperty("name").GetString()));
        Assert.Equal([1, 2], names.Select(one => one.GetProperty("tid").GetInt32()));
    }

    [Fact]
    public void A_worker_with_several_fetches_in_flight_has_a_lane_for_each() =>
        Assert.Equal(100, Events(Runs.AtOnce(100)).Where(one => one.GetProperty("ph").GetString() == "X").Select(one => one.GetProperty("tid").GetInt32()).Distinct().Count());

    private static (double From, double To) Span(JsonElement one) =>
        (one.GetProperty("ts").GetDouble(), one.GetProperty("ts").GetDouble() + one.GetProperty("dur").GetDouble());

    private static JsonElement[] Events(FetchRun run)
    {
        using var file = new TemporaryFile(".json");
        run.SaveTrace(file.Name);
        using var trace = JsonDocument.Parse(File.ReadAllBytes(file.Name));
        Assert.Equal("ms", trace.RootElement.GetProperty("displayTimeUnit").GetString());
        return [.. trace.RootElement.GetProperty("traceEvents").EnumerateArray().Select(one => one.Clone())];
    }
}
