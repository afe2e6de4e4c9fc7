namespace FetchLab.Charts;

/// <summary>One kind of memory over the number of workers.</summary>
internal sealed class MemorySeries
{
    private readonly (double At0, double PerWorker)? line;

    public MemorySeries(string kind, IReadOnlyList<WorkerMemory> uses)
    {
        (Kind, Uses) = (kind, uses);
        line = Fit([.. uses.Select(use => new Point(use.Workers, use.Bytes))]);
    }

    public string Kind { get; }

    /// <summary>By the number of workers.</summary>
    public IReadOnlyList<WorkerMemory> Uses { get; }

    /// <summary>Such as <c>18.4 KB a worker</c>; where all have the same number of workers, what they took at most.</summary>
    public string Slope => line is var (_, perWorker) ? $"{Size(perWorker)} a worker" : Size(Uses.Max(use => use.Bytes));

    public static double Megabytes(WorkerMemory use) => Num.Digits(use.Bytes / 1e6);

    public IEnumerable<Layer> Layers(int index)
    {
        var colour = Palette.Series[index % Palette.Series.Length];
        if (line is var (at0, perWorker))
        {
            // Where a line would leave the figure at the bottom, it has nothing to say about memory.
            var points = Sampled.Whole(Uses[0].Workers, Uses[^1].Workers).Select(workers => new Point(workers, Num.Digits((at0 + perWorker * workers) / 1e6)));
            yield return new CurveLayer(Kind, colour, [.. points.Where(point => point.Y > 0)]) { Style = LineStyle.Dashed, Named = false };
        }

        yield return new DotLayer($"{Kind}: {Slope}", colour, [.. Uses.Select(use => new Point(use.Workers, Megabytes(use)))], (DotShape)(index % 4),
        [
            new("<b>", [.. Uses.Select(_ => Kind)]),
            new("</b><br>workers ", [.. Uses.Select(use => (object)use.Workers)]),
            new("<br>", [.. Uses.Select(use => Size(use.Bytes))]),
        ]);
    }

    private static string Size(double bytes) => Math.Abs(bytes) switch
    {
        >= 999_500_000 => $"{Num.Short(bytes / 1e9)} GB",
        >= 999_500 => $"{Num.Short(bytes / 1e6)} MB",
        >= 1000 => $"{Num.Short(bytes / 1e3, 1)} KB",
        _ => $"{Num.Short(bytes, 0)} bytes",
    };

    /// <summary>The line of least squares; null where all points stand over one another.</summary>
    private static (double At0, double PerWorker)? Fit(Point[] points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        var spread = points.Sum(point => (point.X - x) * (point.X - x));
        if (spread == 0)
        {
            return null;
        }

        var slope = points.Sum(point => (point.X - x) * (point.Y - y)) / spread;
        return (y - slope * x, slope);
    }
}
