using System.Text.Json;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

/// <summary>
/// Saved traces by the rules of the Trace Event format (<i>Trace Event Format</i>, the Chromium project): the JSON object form,
/// complete events (<c>X</c>) and metadata events (<c>M</c>).
/// </summary>
public class KeepingTheTraceFormat
{
    // The format counts in microseconds, a record in tenths of them.
    private const double Tick = 0.1;

    private static readonly Dictionary<string, FetchRun> All = new()
    {
        ["small"] = Runs.Small(),
        ["retried"] = Runs.Retried(),
        ["open loop"] = Runs.OpenLoop(20),
        ["threads"] = Runs.OnThreads(10, 100),
        ["worked on"] = Runs.WorkedOn(20),
        ["at once"] = Runs.AtOnce(100),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_an_object_of_what_the_format_knows(string name)
    {
        using var trace = Saved(All[name]);

        Assert.Equal(["traceEvents", "displayTimeUnit", "otherData"], Keys(trace.RootElement));
        Assert.Contains(trace.RootElement.GetProperty("displayTimeUnit").GetString(), new[] { "ms", "ns" });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_event_has_the_fields_of_its_kind_once_and_no_others(string name)
    {
        using var trace = Saved(All[name]);

        foreach (var one in Events(trace))
        {
            string[] fields = Phase(one) switch
            {
                "X" => ["args", "cat", "dur", "name", "ph", "pid", "tid", "ts"],
                "M" => ["args", "name", "ph", "pid", "tid"],
                var other => throw new InvalidOperationException($"No event is of the kind {other}."),
            };
            Assert.Equal(fields, Keys(one).Order(StringComparer.Ordinal));
            Assert.True(one.GetProperty("pid").TryGetInt32(out _) && one.GetProperty("tid").TryGetInt32(out _));
            Assert.False(string.IsNullOrEmpty(one.GetProperty("name").GetString()));
            Assert.Equal(JsonValueKind.Object, one.GetProperty("args").ValueKind);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_process_and_each_lane_is_named_once_before_its_events(string name)
    {
        using var trace = Saved(All[name]);

        var named = new HashSet<(string What, int Process, int Lane)>();
        foreach (var one in Events(trace))
        {
            var (process, lane) = Lane(one);
            if (Phase(one) == "M")
            {
                var what = one.GetProperty("name").GetString()!;
                Assert.Contains(what, new[] { "process_name", "thread_name" });
                Assert.Equal(["name"], Keys(one.GetProperty("args")));
                Assert.NotEmpty(one.GetProperty("args").GetProperty("name").GetString()!);
                Assert.True(named.Add((what, process, what == "process_name" ? 0 : lane)));
                continue;
            }

            Assert.Contains(("process_name", process, 0), named);
            Assert.Contains(("thread_name", process, lane), named);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Times_are_microseconds_from_the_start_of_the_run(string name)
    {
        using var trace = Saved(All[name]);

        var attempts = Complete(trace).Where(one => one.GetProperty("args").TryGetProperty("url", out _)).Select(Span);
        Assert.Equal(
            All[name].Records.Select(record => (record.Started.Ticks / 10.0, record.Done.Ticks / 10.0)).Order(),
            attempts.Order(),
            (a, b) => Math.Abs(a.Item1 - b.Item1) < Tick && Math.Abs(a.Item2 - b.Item2) < Tick);
        Assert.All(Complete(trace).Select(Span), span => Assert.True(span.From >= 0 && span.To > span.From));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_of_a_lane_lie_inside_each_other_or_apart(string name)
    {
        using var trace = Saved(All[name]);

        foreach (var lane in Complete(trace).GroupBy(Lane))
        {
            var open = new Stack<double>();
            foreach (var (from, to) in lane.Select(Span).OrderBy(span => span.From).ThenByDescending(span => span.To))
            {
                while (open.TryPeek(out var end) && end <= from + Tick / 2)
                    open.Pop();
                Assert.True(!open.TryPeek(out var outer) || to <= outer + Tick / 2, $"{from} to {to} µs crosses the end of what it began in.");
                open.Push(to);
            }
        }
    }

    private static JsonDocument Saved(FetchRun run)
    {
        using var file = new TemporaryFile(".json");
        run.SaveTrace(file.Name);
        return JsonDocument.Parse(File.ReadAllBytes(file.Name), new() { AllowDuplicateProperties = false });
    }

    private static JsonElement.ArrayEnumerator Events(JsonDocument trace) => trace.RootElement.GetProperty("traceEvents").EnumerateArray();

    private static IEnumerable<JsonElement> Complete(JsonDocument trace) => Events(trace).Where(one => Phase(one) == "X");

    private static string Phase(JsonElement one) => one.GetProperty("ph").GetString()!;

    private static (int Process, int Lane) Lane(JsonElement one) => (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32());

    private static (double From, double To) Span(JsonElement one) =>
        (one.GetProperty("ts").GetDouble(), one.GetProperty("ts").GetDouble() + one.GetProperty("dur").GetDouble());

    private static string[] Keys(JsonElement one) => [.. one.EnumerateObject().Select(field => field.Name)];
}
