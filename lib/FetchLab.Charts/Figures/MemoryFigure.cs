namespace FetchLab.Charts;

/// <summary>What workers cost in memory.</summary>
public static class MemoryFigure
{
    /// <summary>The managed memory that each run allocated, in MB (10⁶ bytes), over its number of workers.</summary>
    /// <exception cref="FetchLabException">There is no run.</exception>
    public static Figure Memory(this IEnumerable<FetchRun> runs) =>
        RunText.AtLeastOne(runs).Select(run => new WorkerMemory("allocated", run.Workers, run.AllocatedBytes)).Memory();

    /// <summary>
    /// A dot a measurement, in MB (10⁶ bytes) over the number of workers, a series for each kind, and the straight line that
    /// lies nearest (least squares): its slope is what one more worker costs.
    /// </summary>
    /// <exception cref="FetchLabException">There is no measurement, or one has less than no memory.</exception>
    public static Figure Memory(this IEnumerable<WorkerMemory> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var all = measured.ToArray();
        if (all.Length == 0)
            throw new FetchLabException("There is no memory to show; give at least one measurement, such as new WorkerMemory(\"resident\", 10, 2_000_000).");
        if (all.FirstOrDefault(use => use.Workers < 0 || use.Bytes < 0) is { } bad)
            throw new FetchLabException($"workers and bytes must be at least 0, but were {Num.Whole(bad.Workers)} and {Num.Whole(bad.Bytes)}; try 10 and 2000000.");

        var series = all.GroupBy(use => use.Kind).Select(kind => new MemorySeries(kind.Key, [.. kind.OrderBy(use => use.Workers)])).ToArray();
        var peaks = series.Select(one => one.Uses.Max(MemorySeries.Megabytes)).ToArray();
        var least = all.Select(MemorySeries.Megabytes).Min();
        return new(new()
        {
            Title = "memory by workers: " + string.Join("; ", series.Take(2).Select(one => $"{TextWidth.Cut(one.Kind, 24)} {one.Slope}"))
                + (series.Length > 2 ? "; …" : ""),
            Description = "Dots of memory over the number of workers, and the straight line nearest to them. " +
                string.Join("; ", series.Select(one => $"{one.Kind}: {one.Slope}")) + ".",
            X = new("workers", 0, Math.Max(1, all.Max(use => use.Workers)) * 1.05) { Whole = true },
            Y = peaks.Max() > 20 * peaks.Min() && least > 0
                ? LogAxis.Of("memory (MB, log scale)", least, peaks.Max())
                : new("memory (MB)", 0, Math.Max(peaks.Max() * 1.08, 1e-4)),
            Layers = [.. series.SelectMany((one, index) => one.Layers(index))],
            Table = [["kind", "workers", "memory (MB)"], .. series.SelectMany(one => one.Uses.Select(use => new[]
            {
                one.Kind, Num.Whole(use.Workers), Num.Short(MemorySeries.Megabytes(use), 3),
            }))],
        });
    }
}
