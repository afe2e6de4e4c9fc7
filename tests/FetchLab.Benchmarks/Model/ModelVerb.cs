using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FetchLab.Benchmarks;

/// <summary>Plays sizes that no machine at hand can run, and prints what the model takes for them.</summary>
internal static class ModelVerb
{
    private const int Pages = 10_000_000;
    private const int Workers = 10_000;
    private const int Slots = 1_000;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 200;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(Arguments arguments)
    {
        Figure[] figures =
        [
            Seconds("closed loop, constant ℓ and s", () => Model.Play(Pages, Workers, latencyMs: 50, serviceMs: 5, Slots)),
            Seconds("closed loop, ℓ and s by the page", () => Model.Play(Varied(), Workers, Slots)),
            Seconds("open loop at 0.9 of the slots, constant ℓ and s", () =>
                Model.PlayOpenLoop(Pages, ratePerSecond: 180_000, latencyMs: 50, serviceMs: 5, Slots)),
            // Last, so that it covers all of them.
            new("peak memory of this process after all of them", PeakMegabytes(), "MB", MostMegabytes),
        ];

        if (arguments.Json)
            Console.WriteLine(JsonSerializer.Serialize(figures.Select(figure => new
            {
                name = figure.Name, value = figure.Value, unit = figure.Unit, target = figure.Target, met = figure.Met,
            }), Indented));
        else
            AnsiConsole.Write(ToTable(figures));
        return figures.All(figure => figure.Met) ? 0 : 1;
    }

    /// <summary>Pages that leave in another order than they come in; the same each time.</summary>
    private static Workload Varied() => Workload.Of(
        Pages,
        page => TimeSpan.FromTicks(250_000 + Scatter(page) % 500_000),
        page => TimeSpan.FromTicks(25_000 + Scatter(page) / 7 % 50_000));

    private static long Scatter(int page) => (uint)page * 2_654_435_761L % uint.MaxValue;

    private static Figure Seconds(string name, Func<ModelRun> play)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var run = play();
        return new($"{name} → {run}", watch.Elapsed.TotalSeconds, "s", MostSeconds)
        {
            CpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
        };
    }

    private static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static Table ToTable(IEnumerable<Figure> figures)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{Pages:N0} pages, {Workers:N0} workers, {Slots:N0} slots");
        var table = new Table().Title(size).AddColumns("figure", "seen", "processor", "must");
        foreach (var figure in figures)
            table.AddRow(
                Markup.Escape(figure.Name),
                Text(figure.Value, figure.Unit) + (figure.Met ? "" : " [red]missed[/]"),
                figure.CpuSeconds is { } cpu ? Text(cpu, "s") : "–",
                "≤ " + Text(figure.Target, figure.Unit));
        return table;
    }

    private static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} {unit}");

    private sealed record Figure(string Name, double Value, string Unit, double Target)
    {
        /// <summary>What a busy machine does not change: the processor's own time, on all cores.</summary>
        public double? CpuSeconds { get; init; }

        public bool Met => Value <= Target;
    }
}
