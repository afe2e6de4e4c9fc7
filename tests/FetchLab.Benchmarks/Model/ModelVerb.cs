using System.Diagnostics;

namespace FetchLab.Benchmarks;

/// <summary>Plays sizes that no machine at hand can run, and measures what the model takes for them.</summary>
internal static class ModelVerb
{
    private const int Pages = 10_000_000;
    private const int Workers = 10_000;
    private const int Slots = 1_000;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 200;

    public static Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        IReadOnlyList<Figure> figures =
        [
            .. Seconds("closed loop, constant ℓ and s", () => Model.Play(Pages, Workers, latencyMs: 50, serviceMs: 5, Slots)),
            .. Seconds("closed loop, ℓ and s by the page", () => Model.Play(Varied(), Workers, Slots)),
            .. Seconds("open loop at 0.9 of the slots, constant ℓ and s", () =>
                Model.PlayOpenLoop(Pages, ratePerSecond: 180_000, latencyMs: 50, serviceMs: 5, Slots)),
            // Last, so that it covers all of them.
            new("model: peak memory of this process after all of them", PeakMegabytes(), "MB", Target.AtMost(MostMegabytes)),
        ];
        return Task.FromResult(figures);
    }

    /// <summary>Pages that leave in another order than they come in; the same each time.</summary>
    private static Workload Varied() => Workload.Of(
        Pages,
        page => TimeSpan.FromTicks(250_000 + Scatter(page) % 500_000),
        page => TimeSpan.FromTicks(25_000 + Scatter(page) / 7 % 50_000));

    private static long Scatter(int page) => (uint)page * 2_654_435_761L % uint.MaxValue;

    /// <summary>The time, and what a busy machine does not stretch: the processor's own.</summary>
    private static IEnumerable<Figure> Seconds(string name, Func<ModelRun> play)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var run = play();
        yield return new($"model: {name} → {run}", watch.Elapsed.TotalSeconds, "s", Target.AtMost(MostSeconds));
        yield return new($"model: {name}: processor time", (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, "s", null);
    }

    private static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
