using CsCheck;

namespace FetchLab.Tests.Modelling;

/// <summary>Something to play, with every duration in ticks, few and short so that ties are frequent.</summary>
/// <param name="Pages">ℓ and s of each page.</param>
/// <param name="Workers">W of a closed loop; of an open loop 0.</param>
/// <param name="Period">The ticks between two starts of an open loop; of a closed loop 0.</param>
/// <param name="Slots">K, or null for as many as it takes.</param>
public sealed record Scenario((int Latency, int Service)[] Pages, int Workers, int Period, int? Slots)
{
    /// <summary>Each page takes what it likes, which can be nothing.</summary>
    public static Gen<Scenario> Closed { get; } = Gen.Select(Any, Gen.Int[1, 8], AnySlots)
        .Select((pages, workers, slots) => new Scenario(pages, workers, Period: 0, slots));

    public static Gen<Scenario> Open { get; } = Gen.Select(Any, Gen.Int[1, 12], AnySlots)
        .Select((pages, period, slots) => new Scenario(pages, Workers: 0, period, slots));

    public static Gen<Scenario> Either { get; } = Gen.OneOf(Closed, Open);

    /// <summary>A closed loop of pages that all take the same, on slots.</summary>
    public static Gen<Scenario> Constant { get; } =
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[1, 12], Gen.Int[1, 8]).Select((pages, latency, service, workers, slots) =>
            new Scenario([.. Enumerable.Repeat((latency, service), pages)], workers, Period: 0, slots));

    public int Latency => Pages[0].Latency;

    public int Service => Pages[0].Service;

    /// <summary>L of each page.</summary>
    public TimeSpan[] Latencies => [.. Pages.Select(page => new TimeSpan(page.Latency + page.Service))];

    private static Gen<(int, int)[]> Any => Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Array[1, 30];

    private static Gen<int?> AnySlots => Gen.Int[0, 6].Select(slots => slots == 0 ? default(int?) : slots);

    public ModelRun Play()
    {
        var workload = Workload.Of(
            Pages.Length, page => new TimeSpan(Pages[page].Latency), page => new TimeSpan(Pages[page].Service));
        return Period > 0
            ? Model.PlayOpenLoop(workload, (double)TimeSpan.TicksPerSecond / Period, Slots)
            : Model.Play(workload, Workers, Slots);
    }

    public long Arrival(FetchRecord record) => record.Started.Ticks + Pages[record.Index].Latency;

    public long Begin(FetchRecord record) => record.Finished.Ticks - Pages[record.Index].Service;
}
