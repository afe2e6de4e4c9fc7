using System.Threading.Tasks.Dataflow;

namespace FetchLab;

/// <summary>A TPL Dataflow block, which keeps what it is given in a queue of its own.</summary>
internal sealed partial class DataflowStrategy(int concurrency) : FetchStrategy
{
    private readonly int _concurrency = Require.Workers(concurrency, nameof(concurrency));

    public override string Name => $"dataflow, {_concurrency}";

    public override int WorkersFor(int pages) => _concurrency;

    /// <remarks>Whoever takes the pages in hand must be done with that too.</remarks>
    protected internal override bool IsAtRest(RunState now) => now.Queued == now.Pages && base.IsAtRest(now);

    protected override Task RunCoreAsync(FetchSession session)
    {
        var lanes = new Lanes();
        var options = new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = _concurrency };
        var block = new ActionBlock<int>(FetchAsync, options);
        for (var place = 0; place < session.Pages.Count; place++)
        {
            session.Enqueue(place);
            block.Post(place);
        }

        block.Complete();
        return block.Completion;

        async Task FetchAsync(int place)
        {
            using var lane = lanes.Take();
            await session.FetchAsync(place, lane.Number).ConfigureAwait(false);
        }
    }
}
