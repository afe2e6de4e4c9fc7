using FetchLab.Charts;
using Microsoft.Data.Analysis;

namespace FetchLab.Tests.Charts;

public class MakingFrames
{
    [Fact]
    public void Only_keeps_the_named_columns_in_their_order()
    {
        var frame = Runs.Small().ToDataFrame();

        var some = frame.Only("held_ms", "index");

        Assert.Equal(["held_ms", "index"], some.Columns.Select(column => column.Name));
        Assert.Equal(frame["held_ms"][0], some["held_ms"][0]);
        Assert.StartsWith(
            "there is no column 'hold_ms'; there is index, page,", Assert.Throws<FetchLabException>(() => frame.Only("hold_ms")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_has_one_row_a_record_and_units_in_its_column_names()
    {
        var frame = Runs.Small().ToDataFrame();

        Assert.Equal(
            ["index", "page", "worker", "process", "thread_start", "thread_end", "queued_ms", "started_ms", "headers_ms", "finished_ms",
                "duration_ms", "held_ms", "status", "bytes", "error"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(
            [0, "apple/0", 0, 4321, 5, 6, 0.0, 1.0, 51.5, 52.0, 51.0, 50.5, 200, 2048L, null],
            Row(frame, 0));
        Assert.Equal(
            [1, "github/1", 1, 4321, 7, 7, 0.5, 2.0, 60.0, 60.0, 58.0, null, null, 0L, "the connection was refused."],
            Row(frame, 1));
        Assert.Equal(2, frame.Rows.Count);
    }

    [Fact]
    public void A_page_of_another_machine_keeps_its_host()
    {
        var record = Runs.Fetch(0, 1, 0, 0, 1, 2) with { Url = new("https://example.org/news/1?x=2") };

        var frame = Runs.Run("one at a time", 1, [record]).ToDataFrame();

        Assert.Equal("example.org/news/1", frame["page"][0]);
    }

    [Fact]
    public void A_summary_has_one_row_a_run()
    {
        var frame = Lab.Summary(Runs.Small(), Runs.OnThreads(10, 100) with { Origin = null, PredictedFromHeld = null });

        Assert.Equal(
            ["strategy", "workers", "pages", "failed", "predicted_s", "measured_s", "ratio", "in_flight", "origin_in_flight", "connections",
                "threads_used", "peak_threads", "cpu_ms", "jit_ms", "allocated_mb"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(["2 threads", 2, 2, 1, 0.0524, 0.06, 1.145, 2, 2, 2, 3, 20, 10.0, 2.5, 2.5], Row(frame, 0));
        Assert.Equal(["10 threads", 10, 100, 0, 0.05, 0.5025, 10.0493, 10, null, null, 10, 20, 10.0, 2.5, 2.5], Row(frame, 1));
    }

    [Fact]
    public void A_run_without_records_is_an_empty_frame()
    {
        var empty = Runs.Run("one at a time", 1, []);

        Assert.Equal(0, empty.ToDataFrame().Rows.Count);
        Assert.Equal(0, Lab.Summary(empty)["pages"][0]);
    }

    [Fact]
    public void No_run_at_all_is_refused_in_one_sentence()
    {
        var error = Assert.Throws<FetchLabException>(() => Lab.Summary());

        Assert.StartsWith("There is no run to show; give at least one", error.Message, StringComparison.Ordinal);
    }

    private static object?[] Row(DataFrame frame, int row) => [.. frame.Columns.Select(column => column[row])];
}
