namespace FetchLab.Charts;

/// <summary>Which stage was at work on what, when.</summary>
public static class PipelineTimelineFigure
{
    private const int MostHeight = 330;

    /// <summary>
    /// A lane a stage, with a row for each of its workers, and a bar for each item. Thin grey after a bar is a worker that stands
    /// before a full queue; a cross is an item that failed. The axis counts from the start of the run, in ms below 2 s and in s
    /// from there on.
    /// </summary>
    /// <exception cref="FetchLabException">The run has no records.</exception>
    public static Figure Timeline(this PipelineRun run)
    {
        PipelineText.NeedsRecords(run);
        var unit = TimeUnit.For(run.Makespan);
        var lanes = LanesOf(run);
        int Row(StageRecord record) => lanes.All[run.Stages.ToList().IndexOf(record.Stage)].FirstRow + record.Worker;
        return new(new()
        {
            Title = $"{TextWidth.Cut(run.Name, 60)}: {PipelineText.Items(run)} in {run.Makespan.ToText()}",
            Description = $"A timeline with a lane for each of {Num.Count(lanes.All.Count, "stage")}. " +
                string.Join("; ", lanes.All.Select(lane => $"{lane.Label}: {lane.Note}")) + ".",
            X = new($"time since the start of the run ({unit.Name})", 0, Math.Round(unit.Of(run.Makespan) * 1.01, unit.Decimals)),
            Y = lanes.ToAxis("stage"),
            Lanes = lanes,
            Layers = [.. Layers(run, unit, Row, lanes)],
        });
    }

    private static Lanes LanesOf(PipelineRun run)
    {
        var lanes = new List<Lane>();
        foreach (var stage in run.Stages)
        {
            var records = run.Of(stage);
            var rows = records.Select(record => record.Worker).DefaultIfEmpty().Max() + 1;
            lanes.Add(new(stage, $"{Num.Count(records.Count, "item")} with {Num.Count(rows, "worker")}", lanes.Sum(lane => lane.Rows), rows));
        }

        var all = lanes.Sum(lane => lane.Rows);
        return new(lanes, Math.Max(Math.Clamp(MostHeight / all, 1, 26), 60 / all));
    }

    private static IEnumerable<Layer> Layers(PipelineRun run, TimeUnit unit, Func<StageRecord, int> row, Lanes lanes)
    {
        var blocked = run.Records.Where(record => unit.Of(record.Handed) > unit.Of(record.Finished)).ToArray();
        if (blocked.Length > 0)
        {
            yield return new BarLayer(
                "before a full queue", Palette.Queued, [.. blocked.Select(record => new Bar(row(record), unit.Of(record.Finished), unit.Of(record.Handed)))])
            {
                Thickness = 0.3,
            };
        }

        foreach (var (place, stage) in run.Stages.Index())
        {
            var bars = run.Of(stage).Select(record => new Bar(row(record), unit.Of(record.Started), unit.Of(record.Finished)));
            yield return new BarLayer(stage, PipelineText.Colour(place), [.. bars.Where(bar => bar.To > bar.From)])
            {
                Glyph = "▒█▓░"[place % 4],
            };
        }

        var failed = run.Records.Where(record => record.Error is not null).ToArray();
        if (failed.Length > 0)
        {
            yield return new MarkLayer(
                "failed", Palette.Failed, [.. failed.Select(record => new Mark(row(record), unit.Of(record.Finished)))],
                MarkShape.Cross, Math.Clamp(lanes.RowHeight * 0.6, 6, 10)) { Glyph = 'x' };
        }

        HoverField Field(string before, Func<StageRecord, object> value) => new(before, [.. run.Records.Select(value)]);
        yield return new HoverLayer(
            [.. run.Records.Select(record => new Bar(row(record), unit.Of(record.Started), unit.Of(record.Handed)))],
            [
                Field("<b>item ", record => record.Index),
                Field(", ", record => TextWidth.Cut(record.Stage, 40)),
                Field("</b><br>worker ", record => record.Worker),
                Field(", thread ", record => record.ThreadIdAtStart),
                Field(" at the start, ", record => record.ThreadIdAtEnd),
                Field($" at the end<br>times in {unit.Name}: queued ", record => unit.Of(record.Queued)),
                Field(", taken ", record => unit.Of(record.Started)),
                Field(", done ", record => unit.Of(record.Finished)),
                Field(", handed on ", record => unit.Of(record.Handed)),
                Field("<br>error: ", record => TextWidth.Cut(record.Error ?? "none", 120)),
            ]);
    }
}
