namespace FetchLab.Charts;

/// <summary>What the queues of a pipeline held at each moment.</summary>
public static class PipelineQueuesFigure
{
    // More steps than a screen is wide cannot be seen, and make the figure heavy.
    private const int MostPoints = 500;
    private const int Slots = 200;

    /// <summary>
    /// A line for each queue of each run, over the time since the start of its run, in ms below 2 s and in s from there on. Broken
    /// lines are the capacities. A queue that nobody can empty fast enough ramps up, and a bounded one is flat at its capacity.
    /// </summary>
    /// <exception cref="FetchLabException">There is no run, or none has a queue.</exception>
    public static Figure Queues(this IEnumerable<PipelineRun> runs)
    {
        var all = PipelineText.AtLeastOne(runs);
        var queues = all.SelectMany(run => run.Queues.Select(queue => (Run: run, Queue: queue))).ToArray();
        if (queues.Length == 0)
            throw new FetchLabException("A pipeline of one stage has no queue to show; try .Then(\"store\", 1, page => page).");
        var unit = TimeUnit.For(all.Max(run => run.Makespan));
        var end = Math.Max(all.Max(run => unit.Of(run.Makespan)), 0.1);
        var names = queues.Select(one => Name(one.Run, one.Queue, all.Count)).ToArray();
        var peak = queues.Max(one => one.Queue.Peak);
        // A bound that nothing came near would push the lines against the axis.
        var capacities = queues.Select(one => one.Queue.Capacity).OfType<int>().Distinct().Where(capacity => capacity <= Math.Max(10, 2 * peak)).ToArray();
        return new(new()
        {
            Title = "items in queues: " + string.Join("; ", queues.Take(2).Zip(names, (one, name) => $"{name} at most {Num.Whole(one.Queue.Peak)}"))
                + (queues.Length > 2 ? "; …" : ""),
            Description = "Lines that step up where an item comes into a queue and down where it is taken. "
                + string.Join("; ", queues.Zip(names, (one, name) => $"{name}: at most {Num.Whole(one.Queue.Peak)}")) + ".",
            X = new($"time since the start of the run ({unit.Name})", 0, Math.Round(end * 1.01, unit.Decimals)),
            Y = new("items in the queue", 0, capacities.Append(peak).Append(1).Max() * 1.08) { Whole = true },
            Layers =
            [
                .. queues.Select((one, place) => new CurveLayer(names[place], Palette.Series[place % Palette.Series.Length], Points(one.Queue, one.Run, unit))
                {
                    Stepped = true,
                    Hover = $"{names[place]}: %{{y}} from %{{x}} {unit.Name}",
                }),
                .. capacities.Select(capacity =>
                    new CurveLayer($"capacity {Num.Whole(capacity)}", Palette.Predicted, [new(0, capacity), new(end, capacity)])
                    {
                        Style = LineStyle.Dashed,
                        Hover = $"capacity {Num.Whole(capacity)}",
                    }),
            ],
            Table = [["queue", "capacity", "items", "at most"], .. queues.Zip(names, (one, name) => new[]
            {
                name, one.Queue.Capacity is { } room ? Num.Whole(room) : "none", Num.Whole(one.Queue.Changes.Count / 2), Num.Whole(one.Queue.Peak),
            })],
        });
    }

    /// <inheritdoc cref="Queues(IEnumerable{PipelineRun})"/>
    public static Figure Queues(this PipelineRun run) => new[] { run }.Queues();

    // Where each of several runs has one queue, the run's name tells them apart.
    private static string Name(PipelineRun run, QueueRecord queue, int runs) => (runs, run.Queues.Count) switch
    {
        (1, _) => $"before {queue.Stage}",
        (_, 1) => TextWidth.Cut(run.Name, 40),
        _ => $"{TextWidth.Cut(run.Name, 40)}, before {queue.Stage}",
    };

    // Of very many changes each two-hundredth of the run keeps its highest level and its last: no peak is lost.
    private static Point[] Points(QueueRecord queue, PipelineRun run, TimeUnit unit)
    {
        Point[] all = [new(0, 0), .. queue.Changes.Select(change => new Point(unit.Of(change.At), change.Held)), new(unit.Of(run.Makespan), queue.Changes is [.., var last] ? last.Held : 0)];
        var slot = all[^1].X / Slots;
        return all.Length <= MostPoints
            ? all
            : [all[0], .. all.Skip(1).GroupBy(point => (int)(point.X / slot)).SelectMany(points => new[] { points.MaxBy(point => point.Y), points.Last() }.Distinct())];
    }
}
