using System.Diagnostics;

namespace FetchLab.Benchmarks;

/// <summary>Requests a second at no delay, driven by an <see cref="HttpClient"/> beside the origin, with its log and without.</summary>
/// <param name="Logged">The most of all rounds: whatever else the machine does only takes away.</param>
/// <param name="Ratio">With the log over without it, the median of the rounds.</param>
internal sealed record Throughput(double Logged, double Ratio)
{
    private const int Requests = 10_000;
    private const int InFlight = 50;
    private const int Rounds = 21;

    public static async Task<Throughput> MeasureAsync()
    {
        await using var logged = await OriginSite.StartAsync(BuiltOrigin.Path);
        await using var silent = await OriginSite.StartAsync(new OriginOptions { Logs = false }, BuiltOrigin.Path);
        // To be compiled well takes tens of thousands of requests.
        for (var warmUp = 0; warmUp < 4; warmUp++)
        {
            await PerSecondAsync(logged);
            await PerSecondAsync(silent);
        }

        var rounds = new List<(double Logged, double Silent)>();
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, so that neither is always the one that runs on a warmer machine.
            var first = await PerSecondAsync(round % 2 == 0 ? logged : silent);
            var second = await PerSecondAsync(round % 2 == 0 ? silent : logged);
            rounds.Add(round % 2 == 0 ? (first, second) : (second, first));
        }

        var ratios = rounds.Select(round => round.Logged / round.Silent).Order().ToArray();
        return new(rounds.Max(round => round.Logged), ratios[Rounds / 2]);
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
