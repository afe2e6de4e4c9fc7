using CsCheck;

namespace FetchLab.Tests.Virtual;

/// <summary>
/// The model predicts what the strategies do: in virtual time, where nothing disturbs them, page for page and to the tick.
/// </summary>
public sealed class AgreeingWithTheModel
{
    /// <summary>ℓ of each page and s of all in milliseconds, few and short so that ties are frequent; W or C; K.</summary>
    private static readonly Gen<(int[] Latencies, int Service, int Workers, int? Slots)> Closed = Gen.Select(
        Gen.Int[0, 12].Array[1, 30],
        Gen.Int[0, 12],
        Gen.Int[1, 8],
        Gen.Int[0, 6].Select(slots => slots == 0 ? default(int?) : slots));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<int, FetchStrategy>> Strategies => new()
    {
        { "threads", Fetch.Threads },
        { "one thread", Fetch.OneThreadAsyncAtMost },
        { "async", Fetch.Async },
        { "Parallel.ForEachAsync", Fetch.ParallelForEachAsync },
        { "channel", consumers => Fetch.Channel(consumers, capacity: 3) },
        { "dataflow", Fetch.Dataflow },
    };

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public Task EveryClosedLoop_StartsAndEndsItsPagesWhenTheModelSays(string name, Func<int, FetchStrategy> strategy) =>
        Closed.SampleAsync(
            async scenario =>
            {
                var (latencies, service, workers, slots) = scenario;
                var model = Model.Play(Load(latencies, service), workers, slots);

                var run = await RunAsync(strategy(workers), scenario);

                Assert.Equal(Instants(model.Records!), Instants(run.Records));
                Assert.Equal((name, model.Makespan), (name, run.Makespan));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public Task AnOpenLoop_StartsAndEndsItsPagesWhenTheModelSays() =>
        Closed.SampleAsync(
            async scenario =>
            {
                var (latencies, service, rate, slots) = scenario;
                var model = Model.PlayOpenLoop(Load(latencies, service), rate * 100, slots);

                var run = await RunAsync(Fetch.OpenLoop(rate * 100), scenario);

                Assert.Equal(Instants(model.Records!), Instants(run.Records));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public Task AnOpenLoopAtRandom_StartsAndEndsItsPagesWhenTheModelSays() =>
        Closed.SampleAsync(
            async scenario =>
            {
                var (latencies, service, rate, slots) = scenario;
                var model = Model.PlayOpenLoop(Load(latencies, service), rate * 100, slots, seed: rate);

                var run = await RunAsync(Fetch.OpenLoop(rate * 100, seed: rate), scenario);

                Assert.Equal(Instants(model.Records!), Instants(run.Records));
            },
            iter: 100,
            threads: 1);

    private static Workload Load(int[] latencies, int service) => Workload.Of(
        latencies.Length, page => TimeSpan.FromMilliseconds(latencies[page]), _ => TimeSpan.FromMilliseconds(service));

    private static Task<FetchRun> RunAsync(
        FetchStrategy strategy, (int[] Latencies, int Service, int Workers, int? Slots) scenario)
    {
        var site = new VirtualSite(scenario.Slots);
        var pages = site.Pages(scenario.Latencies.Select(latency => (double)latency), serviceMs: scenario.Service);
        return site.RunAsync(strategy, pages, options: null, Cancelled);
    }

    private static IEnumerable<(TimeSpan, TimeSpan)> Instants(IEnumerable<FetchRecord> records) =>
        records.Select(record => (record.Started, record.Finished));
}
