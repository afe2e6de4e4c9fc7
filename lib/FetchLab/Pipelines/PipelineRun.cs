namespace FetchLab;

/// <summary>A pipeline's run, measured.</summary>
public record PipelineRun
{
    /// <summary>Such as <c>fetch ×10 → parse ×2</c>; give it a name of your own with <c>run with { Name = … }</c>.</summary>
    public required string Name { get; init; }

    /// <summary>N: how many items there were.</summary>
    public required int Items { get; init; }

    /// <summary>The stages' names, in order.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>How many workers each stage had.</summary>
    public required IReadOnlyList<int> Workers { get; init; }

    /// <summary>A record for each item in each stage that it came to, by item and then by stage.</summary>
    public required IReadOnlyList<StageRecord> Records { get; init; }

    /// <summary>The queues between the stages, in order: one fewer than there are stages.</summary>
    public required IReadOnlyList<QueueRecord> Queues { get; init; }

    /// <summary>From the start until the last worker had ended.</summary>
    public required TimeSpan Makespan { get; init; }

    /// <summary>The least that it should take; null where a stage did not say what it expects.</summary>
    public Prediction? Predicted { get; init; }

    /// <summary>Whether it was ended before its end.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Items that a stage failed on.</summary>
    public int Failed => Records.Count(record => record.Error is not null);

    /// <summary>Items that came through the last stage.</summary>
    public int Completed => Of(Stages[^1]).Count(record => record.Error is null);

    /// <summary>maxᵢ Σsᵢ/Wᵢ over what the stages really took: the share of the busiest workers, which no run is shorter than.</summary>
    /// <remarks>W workers are at work for W times the makespan at most, so this checks the instruments and no theory.</remarks>
    public TimeSpan LeastMakespan => Stages.Zip(Workers, (stage, workers) =>
        new TimeSpan(Of(stage).Sum(record => record.Duration.Ticks) / workers)).Max();

    /// <summary>The most items that a stage had in work at once.</summary>
    /// <inheritdoc cref="Of"/>
    public int PeakOf(string stage)
    {
        var (now, most) = (0, 0);
        // An item that ends when the next begins is not beside it.
        foreach (var (_, change) in Of(stage).SelectMany(record => new[] { (At: record.Started, Change: 1), (At: record.Finished, Change: -1) }).Order())
            most = Math.Max(most, now += change);
        return most;
    }

    /// <summary>The records of one stage.</summary>
    /// <exception cref="FetchLabException">There is no such stage.</exception>
    public IReadOnlyList<StageRecord> Of(string stage) => Stages.Contains(stage)
        ? [.. Records.Where(record => record.Stage == stage)]
        : throw new FetchLabException($"the stages are {string.Join(" and ", Stages)}, but was '{stage}'; try \"{Stages[0]}\".");
}
