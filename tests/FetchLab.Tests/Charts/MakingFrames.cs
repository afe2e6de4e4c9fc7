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
            "there is no column 'hold_ms'; there is index, page, attempt,", Assert.Throws<FetchLabException>(() => frame.Only("hold_ms")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, new[] { 0 }, new[] { 2 })]
    [InlineData(2, new[] { 0, 1 }, new[] { 1, 2 })]
    [InlineData(3, new[] { 0, 1, 2 }, new[] { 0, 1, 2 })]
    [InlineData(100, new[] { 0, 1, 2 }, new[] { 0, 1, 2 })]
    public void First_and_Last_take_so_many_rows_or_all(int count, int[] first, int[] last)
    {
        var frame = Runs.OnThreads(1, 3).ToDataFrame();

        Assert.Equal(first, ((Int32DataFrameColumn)frame.First(count)["index"]).Select(index => index!.Value));
        Assert.Equal(last, ((Int32DataFrameColumn)frame.Last(count)["index"]).Select(index => index!.Value));
        Assert.Equal("rows must be at least 1, but was 0; try 10.", Assert.Throws<FetchLabException>(() => frame.First(0)).Message);
    }

    [Fact]
    public void A_run_has_one_row_a_record_and_units_in_its_column_names()
    {
        var frame = Runs.Small().ToDataFrame();

        Assert.Equal(
            ["index", "page", "attempt", "worker", "process", "thread_start", "thread_end", "intended_ms", "queued_ms", "started_ms", "headers_ms",
                "finished_ms", "connect_ms", "duration_ms", "held_ms", "work_ms", "connection", "new_connection", "status", "bytes", "error"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(
            [0, "apple/0", 1, 0, 4321, 5, 6, null, 0.0, 1.0, 51.5, 52.0, null, 51.0, 50.5, null, null, null, 200, 2048L, null],
            Row(frame, 0));
        Assert.Equal(
            [1, "github/1", 1, 1, 4321, 7, 7, null, 0.5, 2.0, 60.0, 60.0, null, 58.0, null, null, null, null, null, 0L, "the connection was refused."],
            Row(frame, 1));
        Assert.Equal(2, frame.Rows.Count);
    }

    [Fact]
    public void Attempts_and_connections_have_their_columns()
    {
        var frame = Runs.Retried().ToDataFrame().Only("index", "attempt", "connect_ms", "connection", "new_connection", "status");

        Assert.Equal([0, 1, 20.0, "c1", 1, 200], Row(frame, 0));
        Assert.Equal([1, 1, 20.0, "c2", 1, 500], Row(frame, 1));
        Assert.Equal([1, 2, null, "c1", 0, 200], Row(frame, 2));
    }

    [Fact]
    public void An_open_loop_tells_when_requests_were_meant_to_start()
    {
        var frame = Runs.OpenLoop(3).ToDataFrame();

        Assert.Equal([0.0, 10.0, 20.0], frame["intended_ms"].Cast<double>());
        Assert.Equal([5.0, 15.0, 25.0], frame["started_ms"].Cast<double>());
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
            ["strategy", "workers", "pages", "attempts", "failed", "predicted_s", "measured_s", "ratio", "throughput_per_s", "p50_ms", "p95_ms",
                "p99_ms", "in_flight", "origin_in_flight", "connections",
                "threads_used", "peak_threads", "cpu_ms", "jit_ms", "allocated_mb"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(["2 threads", 2, 2, 2, 1, 0.0524, 0.06, 1.145, 16.67, null, null, null, 2, 2, 2, 3, 20, 12.5, 2.5, 2.5], Row(frame, 0));
        Assert.Equal(["10 threads", 10, 100, 100, 0, 0.05, 0.5025, 10.0493, 199.02, 50.01, null, null, 10, null, null, 10, 20, 12.5, 2.5, 2.5], Row(frame, 1));
    }

    [Fact]
    public void A_run_shows_as_a_row_that_a_page_is_wide_enough_for()
    {
        var frame = Runs.Small().ToRow();

        Assert.Equal(["2 threads", 2, 2, 1, 0.0524, 0.06, 16.67, null, null, 2, 2, 3], Row(frame, 0));
        Assert.InRange(FrameTable.Text(frame).Split('\n')[0].Length, 1, 120);
    }

    [Fact]
    public void A_page_that_a_retry_brought_counts_once_and_has_not_failed()
    {
        var frame = Lab.Summary(Runs.Retried()).Only("pages", "attempts", "failed", "throughput_per_s");

        Assert.Equal([2, 3, 0, 15.15], Row(frame, 0));
    }

    [Fact]
    public void Percentiles_are_told_where_ten_pages_lie_beyond_and_count_from_intended_starts()
    {
        // Each took 51 ms from its start, and started 5 ms late.
        var frame = Lab.Summary(Runs.OpenLoop(19), Runs.OpenLoop(199), Runs.OpenLoop(200), Runs.OpenLoop(1000)).Only("p50_ms", "p95_ms", "p99_ms");

        Assert.Equal([null, null, null], Row(frame, 0));
        Assert.Equal([56.0, null, null], Row(frame, 1));
        Assert.Equal([56.0, 56.0, null], Row(frame, 2));
        Assert.Equal([56.0, 56.0, 56.0], Row(frame, 3));
    }

    [Fact]
    public void Processor_time_stays_what_it_is_where_the_compiler_was_at_work_for_longer()
    {
        var frame = Lab.Summary(Runs.Small() with { CpuTime = Runs.Ms(40), CompileTime = Runs.Ms(55) }).Only("cpu_ms", "jit_ms");

        Assert.Equal([40.0, 55.0], Row(frame, 0));
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
