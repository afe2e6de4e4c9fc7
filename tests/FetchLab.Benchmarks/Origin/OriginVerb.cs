using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FetchLab.Benchmarks;

/// <summary>What the origin's figures are worth: how late its replies are, and how many it serves.</summary>
internal static class OriginVerb
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<int> RunAsync(Arguments arguments)
    {
        await using var site = await OriginSite.StartAsync(BuiltOrigin.Path);
        var throughput = await Throughput.MeasureAsync();
        var figures = new List<Figure>
        {
            new("requests at no delay, best of 61", throughput.Logged, "/s", Target.AtLeast(40_000)),
            new("log on over log off, medians of 61", throughput.Ratio, "×", Target.AtLeast(0.9)),
            new("the same per processor time of the origin", throughput.PerProcessorTime, "×", Target.AtLeast(0.9)),
        };
        figures.Add(new("processor time of an idle origin in 3 s", await IdleAsync(site), "ms", Target.AtMost(30)));
        foreach (var asked in (int[])[1, 5, 50])
            foreach (var inFlight in (int[])[1, 100])
                figures.AddRange(Figures(await Lateness.MeasureAsync(site.Address, asked, inFlight)));

        if (arguments.Json)
            Console.WriteLine(JsonSerializer.Serialize(figures.Select(figure => figure.ToJson()), Indented));
        else
            AnsiConsole.Write(ToTable(figures));
        return figures.All(figure => figure.Met) ? 0 : 1;
    }

    /// <summary>What an origin that has served something and has nothing to do uses, in ms of processor time.</summary>
    private static async Task<double> IdleAsync(OriginSite site)
    {
        await Lateness.MeasureAsync(site.Address, askedMs: 1, inFlight: 1);
        using var process = Process.GetProcessById(site.ProcessId);
        // The server's pool keeps its threads awake for a little while.
        await Task.Delay(TimeSpan.FromSeconds(1));
        process.Refresh();
        var before = process.TotalProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(3));
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static IEnumerable<Figure> Figures(Lateness late)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"late, {late.AskedMs} ms asked, {late.InFlight} in flight");
        // A hundred in flight at 1 ms are more requests than a small machine serves: there the median is the processor's.
        yield return new($"{what}: median", late.Median, "ms", late.InFlight == 1 || late.AskedMs > 1 ? Target.AtMost(0.5) : null);
        yield return new($"{what}: p95", late.P95, "ms", Target: null);
        yield return new($"{what}: early", late.Early, "replies", Target.AtMost(0));
    }

    private static Table ToTable(IEnumerable<Figure> figures)
    {
        var table = new Table().AddColumns("figure", "seen", "must");
        foreach (var figure in figures)
            table.AddRow(
                Markup.Escape(figure.Name),
                string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.###} {figure.Unit}") + (figure.Met ? "" : " [red]missed[/]"),
                figure.Target?.ToString() ?? "–");
        return table;
    }
}
