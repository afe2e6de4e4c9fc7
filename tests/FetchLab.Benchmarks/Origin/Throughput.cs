using System.Diagnostics;

namespace FetchLab.Benchmarks;

/// <summary>Requests a second at no delay, driven by an <see cref="HttpClient"/> beside the origin, with its log and without.</summary>
/// <param name="Logged">The most of all rounds: whatever else the machine does only takes away.</param>
/// <param name="Ratio">With the log over without it, the medians of the rounds.</param>
/// <param name="PerProcessorTime">
/// The same, but requests per processor time of the origin: what other programs on the machine hardly touch.
/// </param>
internal sealed record Throughput(double Logged, double Ratio, double PerProcessorTime)
{
    private const int Requests = 4_000;
    private const int InFlight = 50;
    private const int Rounds = 61;

    public static async Task<Throughput> MeasureAsync()
    {
        await using var logged = await OriginSite.StartAsync(BuiltOrigin.Path);
        await using var silent = await OriginSite.StartAsync(new OriginOptions { Logs = false }, BuiltOrigin.Path);
        // To be compiled well takes tens of thousands of requests.
        for (var warmUp = 0; warmUp < 10; warmUp++)
        {
            await PerSecondAsync(logged);
            await PerSecondAsync(silent);
        }

        var (withLog, without) = (new double[Rounds], new double[Rounds]);
        var (cpuWith, cpuWithout) = (ProcessorTime(logged), ProcessorTime(silent));
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, so that neither is always the one that runs on a warmer machine.
            if (round % 2 == 0)
                withLog[round] = await PerSecondAsync(logged);
            without[round] = await PerSecondAsync(silent);
            if (round % 2 == 1)
                withLog[round] = await PerSecondAsync(logged);
        }

        return new(
            withLog.Max(),
            Median(withLog) / Median(without),
            (ProcessorTime(silent) - cpuWithout) / (ProcessorTime(logged) - cpuWith));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static TimeSpan ProcessorTime(OriginSite site)
    {
        using var process = Process.GetProcessById(site.ProcessId);
        return process.TotalProcessorTime;
    }

    private static async Task<double> PerSecondAsync(OriginSite site)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });
        var page = new Uri(site.Address, "/apple/0?latencyMs=0&bytes=100");
        await Load.RunAsync(http, page, InFlight, InFlight);
        var start = Stopwatch.GetTimestamp();
        await Load.RunAsync(http, page, InFlight, Requests);
        return Requests / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
