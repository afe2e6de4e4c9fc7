using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingATimeline
{
    [Fact]
    public void Intervals_begin_and_end_where_the_fetches_did()
    {
        var figure = Runs.Small().Timeline();

        Assert.Equal([0, 0.5], figure.Trace("in the queue").Numbers("base"));
        Assert.Equal([1, 1.5], figure.Trace("in the queue").Numbers("x"));
        Assert.Equal([1, 2], figure.Trace("waiting for headers").Numbers("base"));
        Assert.Equal([50.5, 58], figure.Trace("waiting for headers").Numbers("x"));
        Assert.Equal([51.5], figure.Trace("body").Numbers("base"));
        Assert.Equal([0.5], figure.Trace("body").Numbers("x"));
        Assert.Equal([60], figure.Trace("failed").Numbers("x"));
    }

    [Fact]
    public void A_connection_is_made_before_the_wait_for_headers_and_only_once()
    {
        var figure = Runs.Retried().Timeline();

        Assert.Equal([1, 2], figure.Trace("connecting").Numbers("base"));
        Assert.Equal([20, 20], figure.Trace("connecting").Numbers("x"));
        Assert.Equal([21, 22, 81], figure.Trace("waiting for headers").Numbers("base"));
        Assert.Equal([50, 38, 50], figure.Trace("waiting for headers").Numbers("x"));
        Assert.Equal(2, figure.Still().Boxes("#009E73").Length);
        Assert.Contains("░ connecting", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attempt_that_failed_is_crossed_and_its_page_has_not_failed()
    {
        var figure = Runs.Retried().Timeline();

        Assert.Equal([61], figure.Trace("failed").Numbers("x"));
        Assert.Equal("2 threads, 1 retry: 2 pages in 132 ms, at most 2 in flight", figure.Title);
    }

    [Fact]
    public void The_pointer_is_told_the_attempt_and_the_connection()
    {
        var hover = Runs.Retried().Timeline().Hover();

        var told = hover.GetProperty("customdata").EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.ToString()).ToArray()).ToArray();
        var template = hover.GetProperty("hovertemplate").GetString()!;
        Assert.Equal(["1", "1", "2"], told.Select(row => Told(row, template, "<br>attempt ")));
        Assert.Equal(["1", "2", "1"], told.Select(row => Told(row, template, "<br>connection ")));
        Assert.Equal(["new", "new", "reused"], told.Select(row => row[^2]));
        Assert.DoesNotContain("meant for", template, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pointer_is_told_when_an_open_loop_meant_to_start()
    {
        var hover = Runs.OpenLoop(3).Timeline().Hover();

        var template = hover.GetProperty("hovertemplate").GetString()!;
        Assert.Equal(
            ["0", "10", "20"],
            hover.GetProperty("customdata").EnumerateArray().Select(row => Told([.. row.EnumerateArray().Select(value => value.ToString())], template, "meant for ")));
        Assert.DoesNotContain("attempt", template, StringComparison.Ordinal);
        Assert.DoesNotContain("connection", template, StringComparison.Ordinal);
    }

    // The value that stands behind a text of the template.
    private static string Told(string[] row, string template, string before)
    {
        var rest = template[(template.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
        Assert.StartsWith("%{customdata[", rest, StringComparison.Ordinal);
        return row[int.Parse(rest["%{customdata[".Length..rest.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)];
    }

    [Fact]
    public void The_shortest_body_is_long_enough_for_the_live_chart_to_draw_it()
    {
        var record = Runs.Fetch(0, 1, queued: 0, started: 0, headers: 999.999, finished: 1000);

        var figure = Runs.Run("one at a time", 1, [record]).Timeline();

        Assert.Equal(1010 / 40_000.0, figure.Trace("body").Numbers("x").Single(), tolerance: 1e-6);
        Assert.Equal(1000, figure.Hover().Numbers("x").Single());
    }

    [Fact]
    public void Each_thread_has_a_lane()
    {
        var axis = Runs.OnThreads(10, 100).Timeline().Json().GetProperty("layout").GetProperty("yaxis");

        Assert.Equal(
            Enumerable.Range(10, 10).Select(id => $"{id}"),
            axis.GetProperty("ticktext").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal("thread", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal([10, 0], axis.Numbers("range"));
    }

    [Fact]
    public void Fetches_that_overlap_on_a_thread_lie_under_each_other()
    {
        var waits = Runs.AtOnce(100).Timeline().Trace("waiting for headers");

        Assert.Equal(Enumerable.Range(0, 100).Select(row => (double)row), waits.Numbers("y"));
    }

    [Fact]
    public void Fetches_in_a_row_on_a_thread_share_a_row()
    {
        var waits = Runs.OnThreads(1, 100).Timeline().Trace("waiting for headers");

        Assert.All(waits.Numbers("y"), row => Assert.Equal(0, row));
    }

    [Fact]
    public void Lanes_thinner_than_a_line_of_text_are_named_now_and_then()
    {
        var axis = Runs.OnThreads(64, 128).Timeline().Json().GetProperty("layout").GetProperty("yaxis");

        Assert.InRange(axis.GetProperty("ticktext").GetArrayLength(), 10, 25);
    }

    [Fact]
    public void The_axis_counts_in_seconds_from_two_seconds_on()
    {
        var figure = Runs.OnThreads(1, 100).Timeline();

        var axis = figure.Json().GetProperty("layout").GetProperty("xaxis");
        Assert.Equal("time since the start of the run (s)", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(4.97475 + 0.0002, figure.Trace("waiting for headers").Numbers("base")[99], tolerance: 1e-9);
    }

    [Fact]
    public void The_still_shows_the_same()
    {
        var figure = Runs.Small().Timeline();

        var still = figure.Still();
        Assert.Superset(
            new HashSet<string> { figure.Title, "5", "7", "thread", "time since the start of the run (ms)", "in the queue",
                "waiting for headers", "body", "failed", "0", "10", "60" },
            still.Texts().ToHashSet());
        var waits = still.Boxes("#56B4E9");
        var scale = waits[1].Length / 58;
        Assert.Equal(50.5 * scale, waits[0].Length, tolerance: 1.5);
        Assert.Equal(scale, waits[1].X - waits[0].X, tolerance: 1.5);
    }

    [Fact]
    public void The_pointer_is_told_address_ids_and_times()
    {
        var hover = Runs.Small().Timeline().Hover();

        Assert.Equal([0, 0.5], hover.Numbers("base"));
        Assert.Equal([52, 59.5], hover.Numbers("x"));
        Assert.Equal(
            "1|github/1|1|7|7|0.5|2|60|60|?|none|0|the connection was refused.",
            string.Join('|', hover.GetProperty("customdata")[1].EnumerateArray().Select(value => value.ToString().Replace(".0", "", StringComparison.Ordinal))));
        Assert.StartsWith(
            "<b>page %{customdata[0]}</b>  http://127.0.0.1:43817/%{customdata[1]}?latencyMs=50&amp;bytes=2048<br>worker %{customdata[2]}, process 4321,",
            hover.GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_has_a_line_a_thread()
    {
        var text = Runs.Small().Timeline().ToString();

        Assert.StartsWith("2 threads: 2 pages (1 failed) in 60 ms, at most 2 in flight", text, StringComparison.Ordinal);
        Assert.Contains("5 ▕▒▒▒", text, StringComparison.Ordinal);
        Assert.Contains("1 fetch, 1 to 52 ms", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_counts_fetches_that_overlap()
    {
        var text = Runs.AtOnce(5).Timeline().ToString();

        Assert.Contains("55555555", text, StringComparison.Ordinal);
        Assert.Contains("5 fetches, 1 to 53.49 ms", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_fetches_is_refused_in_one_sentence()
    {
        var error = Assert.Throws<FetchLabException>(() => Runs.Run("one at a time", 1, []).Timeline());

        Assert.StartsWith("The run 'one at a time' has no fetches to draw; run it with at least 1 page.", error.Message, StringComparison.Ordinal);
    }
}
