using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

/// <summary>Every figure that there is, of the same runs.</summary>
internal static class Figures
{
    /// <summary>What the live chart of each is kept as in Snapshots: few requests, and every kind of layer.</summary>
    public static IReadOnlyDictionary<string, Figure> Small { get; } = new Dictionary<string, Figure>
    {
        ["timeline"] = Runs.Small().Timeline(),
        ["timeline-with-a-retry"] = Runs.Retried().Timeline(),
        ["timeline-of-an-open-loop"] = Runs.OpenLoop(3).Timeline(),
        ["latencies-of-an-open-loop"] = Lab.Latencies(Runs.OpenLoop(30), Runs.AtOnce(30)),
        ["in-flight-of-an-open-loop"] = Runs.OpenLoop(8).InFlight(),
        ["compare"] = Lab.Compare(Runs.Small(), Runs.OnThreads(10, 100)),
        ["compare-with-guesses"] = Lab.Compare(
            [Guess.Ms("my guess", 300), Guess.Ms("nobody's", double.NaN), Guess.Seconds("a hundredth of one at a time", 0.05), Guess.Seconds("seconds for ms", 500)],
            Runs.Small(), Runs.OnThreads(10, 100)),
        ["guesses"] = Lab.Guesses(1, 1.5, 5, 30),
        ["guesses-over-a-run"] = Lab.Guesses(Runs.OnThreads(10, 100), 0.05, 0.1, 0.5, 0.5, 0.6, 1, 5, 5, 5, 20),
        ["sweep-with-crosstalk"] = Crosstalk().Sweep(SweepOf.Throughput, crosstalk: true, guesses: [Guess.Workers("my guess", 16)]),
        ["sweep-with-guesses"] = Sweep(20).Sweep(
            guesses: [Guess.Ms("my guess", 200).At(4), Guess.Ms("no better than one", 1010), Guess.Workers("as many as cores", 2)]),
        ["sweep"] = Lab.Sweep(Sweep(20)),
        ["sweep-of-throughput-with-a-knee"] = Sweep(20).Append(Runs.AtOnce(20)).Sweep(SweepOf.Throughput, slots: 4, serviceMs: 25.25),
        ["latencies"] = Runs.AtOnce(30).Latencies(),
        ["latencies-compared"] = Lab.Latencies(Runs.AtOnce(30), Runs.Small()),
        ["in-flight"] = Runs.OnThreads(2, 5).InFlight(),
        ["thread-ids"] = Runs.Small().ThreadIds(),
        ["memory"] = new WorkerMemory[] { new("resident", 1, 318_432), new("resident", 11, 502_752), new("virtual", 1, 8_600_000), new("virtual", 11, 94_600_000) }.Memory(),
        ["timelines"] = new[] { Runs.OnThreads(1, 4), Runs.OnThreads(2, 4) }.Timelines(workers: 2),
    };

    /// <summary>Of the same run of so many requests, under a name of one's own.</summary>
    public static IEnumerable<Figure> Of(FetchRun run) =>
    [
        run.Timeline(), Lab.Compare(run, run), Lab.Sweep(run), new[] { run }.Sweep(SweepOf.Throughput, slots: 3),
        run.Latencies(), Lab.Latencies(run, run), run.InFlight(), run.ThreadIds(), Lab.Memory(run), Lab.Timelines(run),
    ];

    public static FetchRun[] Crosstalk() => [.. new[] { 1, 2, 4, 8, 16, 32, 64 }.Select((workers, place) => Runs.Scaling(
        new(Lambda: 20 * (place % 2 == 0 ? 1.02 : 0.98), Sigma: 0.05, Kappa: 0.003), workers))];

    public static FetchRun[] Sweep(int pages) => [.. new[] { 1, 2, 4, 8, 16 }.Select(workers => Runs.OnThreads(workers, pages))];
}
