namespace FetchLab;

/// <summary>Items that pass through stages, each with workers of its own and a queue before it. The first takes from the list.</summary>
/// <typeparam name="T">What comes out of the last stage.</typeparam>
public sealed class Pipeline<T>
{
    private readonly IReadOnlyList<object?> _items;
    private readonly IReadOnlyList<PipelineStage> _stages;

    internal Pipeline(IReadOnlyList<object?> items, IReadOnlyList<PipelineStage> stages) => (_items, _stages) = (items, stages);

    /// <summary>A stage that waits: its workers are tasks on the thread pool.</summary>
    /// <param name="name">Such as <c>fetch</c>; no other stage has it.</param>
    /// <param name="workers">How many items it has in work at once, from 1 to 10,000.</param>
    /// <param name="work">What it does with one item. What it throws is the item's record, and ends nothing else.</param>
    /// <param name="expected">How long one item should take, for the prediction; null where nobody knows.</param>
    /// <exception cref="FetchLabException">A value cannot be used.</exception>
    public Pipeline<TNext> Then<TNext>(string name, int workers, Func<T, Task<TNext>> work, TimeSpan? expected = null)
    {
        Require.Given(work, "work", "async page => await http.GetStringAsync(page.Url)");
        return With<TNext>(name, workers, computes: false, async item => await work((T)item!), expected);
    }

    /// <summary>A stage that computes: each of its workers is a thread of its own, so that it keeps none from the thread pool.</summary>
    /// <inheritdoc cref="Then{TNext}(string, int, Func{T, Task{TNext}}, TimeSpan?)"/>
    public Pipeline<TNext> Then<TNext>(string name, int workers, Func<T, TNext> work, TimeSpan? expected = null)
    {
        Require.Given(work, "work", "ParsedPage.Of");
        return With<TNext>(name, workers, computes: true, item => Task.FromResult<object?>(work((T)item!)), expected);
    }

    /// <summary>T ≥ N·max(maxᵢ sᵢ/Wᵢ, Σ sᵢ/P over the stages that compute), from what each stage is expected to take.</summary>
    /// <param name="processors">P; null for this machine's, or 1 on one thread.</param>
    /// <param name="oneThread">Whether all is done on one thread.</param>
    /// <returns>Null where a stage does not say what it should take.</returns>
    public Prediction? Predict(int? processors = null, bool oneThread = false) => _stages.Any(stage => stage.Expected is null)
        ? null
        : new(
            Formula.MakespanOfPipeline(
                _items.Count, [.. _stages.Select(stage => new StageLoad(stage.Expected!.Value, stage.Workers, stage.Computes))],
                processors ?? (oneThread ? 1 : Environment.ProcessorCount)),
            "N·max(sᵢ/Wᵢ, Σs/P)") { IsLowerBound = true };

    /// <summary>Runs all items through all stages, each item and stage recorded.</summary>
    /// <param name="capacity">How many items each queue holds, at least 1: who would add one more waits. Null: any number.</param>
    /// <param name="oneThread">Whether all workers are coroutines on one thread, the computing ones too.</param>
    /// <param name="time">The clock of the records; null for the system's.</param>
    /// <param name="cancellationToken">No item is taken any more; what has come through is kept.</param>
    /// <exception cref="FetchLabException">There is no stage, or the capacity cannot be used.</exception>
    public async Task<PipelineRun<T>> RunAsync(
        int? capacity = null, bool oneThread = false, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        if (_stages.Count == 0)
            throw new FetchLabException("a pipeline must have at least 1 stage, but had 0; try .Then(\"parse\", 2, ParsedPage.Of).");
        if (capacity is { } room)
            Require.AtLeast(1, room, nameof(capacity), "10");

        using var work = new PipelineWork(_items, _stages, capacity, time ?? TimeProvider.System, cancellationToken);
        await work.RunAsync(oneThread).ConfigureAwait(false);
        return new()
        {
            Name = string.Join(" → ", _stages.Select(stage => $"{stage.Name} ×{stage.Workers}")) + (oneThread ? ", one thread" : ""),
            Items = _items.Count,
            Stages = [.. _stages.Select(stage => stage.Name)],
            Workers = [.. _stages.Select(stage => stage.Workers)],
            Records = work.Records,
            Queues = work.Queues,
            Makespan = work.Took,
            Predicted = Predict(oneThread: oneThread),
            Cancelled = cancellationToken.IsCancellationRequested,
            Results = [.. work.Results.Cast<T>()],
        };
    }

    private Pipeline<TNext> With<TNext>(string name, int workers, bool computes, Func<object?, Task<object?>> work, TimeSpan? expected)
    {
        if (string.IsNullOrWhiteSpace(name) || _stages.Any(stage => stage.Name == name))
            throw new FetchLabException($"a stage must have a name of its own, but was '{name}'; try \"fetch\".");
        if (expected < TimeSpan.Zero)
            throw new FetchLabException($"expected must be at least 0 ms, but was {expected.Value.ToText()}; try 50 ms.");
        return new(_items, [.. _stages, new(name, Require.Workers(workers, nameof(workers)), computes, work, expected)]);
    }
}
