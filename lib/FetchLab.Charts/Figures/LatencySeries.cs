namespace FetchLab.Charts;

/// <summary>The latencies of one run under its name in a figure.</summary>
internal sealed class LatencySeries
{
    /// <summary>What a line of the text edition tells of the latencies.</summary>
    public static readonly string[] Columns = ["p50", "p90", "p95", "p99", "max"];

    private readonly FetchRun run;

    public LatencySeries(FetchRun run, string name)
    {
        this.run = run;
        Name = name;
        Latencies = Distribution.Of(run);
        if (Latencies.Count == 0)
        {
            throw new FetchLabException($"The run '{run.Strategy}' has no fetch that succeeded; run it with at least 1 page that answers.");
        }
    }

    public string Name { get; }

    public Distribution Latencies { get; }

    /// <summary>Such as <c>100 pages: p50 51 ms, p90 52 ms, max 60 ms</c>.</summary>
    public string Note => $"{RunText.Pages(run)}: {string.Join(", ", Marks().Select(mark => $"{mark.Name} {mark.Latency.ToText()}"))}";

    /// <summary>The highest percentile that there are samples enough for, and the maximum.</summary>
    public string Short => string.Join(", ", Marks().TakeLast(2).Select(mark => $"{mark.Name} {mark.Latency.ToText()}"));

    /// <summary>A line of the text edition; a percentile that too few samples lie beyond is a dash.</summary>
    public string[] Row()
    {
        var marks = Marks().ToDictionary(mark => mark.Name, mark => mark.Latency.ToText());
        return [Name, Num.Whole(Latencies.Count), .. Columns.Select(name => marks.GetValueOrDefault(name, "–"))];
    }

    private IEnumerable<(string Name, TimeSpan Latency)> Marks() =>
        Latencies.Percentiles().Select(mark => ($"p{Num.Short(mark.Percent)}", mark.Latency)).Append(("max", Latencies.Most));
}
