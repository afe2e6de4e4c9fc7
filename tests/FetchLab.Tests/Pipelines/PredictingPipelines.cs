using CsCheck;

namespace FetchLab.Tests.Pipelines;

public sealed class PredictingPipelines
{
    [Fact]
    public void Makespan_ByHand()
    {
        StageLoad[] fetchParseStore = [new(Ms(50), 10, false), new(Ms(6), 4, true), new(Ms(2), 1, true)];

        // The fetches 5 ms an item, the parsers 1.5, the store 2; and the cores 8, 4 or 1.
        Assert.Equal(Ms(800), Formula.MakespanOfPipeline(100, fetchParseStore, processors: 1));
        Assert.Equal(Ms(500), Formula.MakespanOfPipeline(100, fetchParseStore, processors: 2));
        Assert.Equal(Ms(500), Formula.MakespanOfPipeline(100, fetchParseStore, processors: 8));
        Assert.Equal(Ms(200), Formula.MakespanOfPipeline(100, [fetchParseStore[1], fetchParseStore[2]], processors: 8));
    }

    /// <remarks>A pipeline is a schedule, and no schedule beats the bound: items in order, each stage's worker that is free first.</remarks>
    [Fact]
    public void NoSchedule_IsShorter() =>
        Gen.Select(Gen.Int[1, 30], Gen.Select(Gen.Int[0, 20], Gen.Int[1, 5]).Array[1, 4]).Sample((items, stages) =>
        {
            var free = stages.Select(stage => new long[stage.Item2]).ToArray();
            long end = 0;
            for (var item = 0; item < items; item++)
            {
                long at = 0;
                foreach (var (stage, workers) in stages.Zip(free))
                {
                    var worker = Array.IndexOf(workers, workers.Min());
                    at = workers[worker] = Math.Max(at, workers[worker]) + stage.Item1;
                }

                end = Math.Max(end, at);
            }

            var bound = Formula.MakespanOfPipeline(items, [.. stages.Select(stage => new StageLoad(new(stage.Item1), stage.Item2, true))], processors: 1000);
            Assert.InRange(bound.Ticks, 0, end);
        });

    [Fact]
    public void APipeline_PredictsFromWhatItsStagesExpect()
    {
        var pipeline = Pipeline.From(new int[100])
            .Then("fetch", 10, Task.FromResult, Ms(50))
            .Then("parse", 4, item => item, Ms(6));

        Assert.Equal(Ms(500), pipeline.Predict(processors: 4)!.Makespan);
        Assert.Equal((Ms(600), true), (pipeline.Predict(oneThread: true)!.Makespan, pipeline.Predict(oneThread: true)!.IsLowerBound));
        Assert.Null(pipeline.Then("store", 1, item => item).Predict());
    }

    [Fact]
    public async Task WhatCannotBeRun_IsRefusedInOneSentence()
    {
        var items = Pipeline.From(new[] { 1, 2 });
        var one = items.Then("fetch", 1, item => item);

        await RefusedAsync("a pipeline must have at least 1 stage, but had 0; try", () => items.RunAsync());
        await RefusedAsync("capacity must be at least 1, but was 0; try 10.", () => one.RunAsync(capacity: 0));
        await RefusedAsync("workers must be at least 1, but was 0; try 10.", () => Task.FromResult(one.Then("parse", 0, item => item)));
        await RefusedAsync("a stage must have a name of its own, but was 'fetch'; try \"fetch\".", () => Task.FromResult(one.Then("fetch", 1, item => item)));
        await RefusedAsync("items must be at least 1, but was 0; try", () => Task.FromResult(Pipeline.From(Array.Empty<int>())));
        await RefusedAsync("expected must be at least 0 ms, but was -5.00 ms; try 50 ms.", () => Task.FromResult(one.Then("parse", 1, item => item, Ms(-5))));
        await RefusedAsync("processors must be at least 1, but was 0; try 8.", () => Task.FromResult(Formula.MakespanOfPipeline(1, [new(Ms(1), 1, true)], 0)));
        await RefusedAsync("the stages are fetch, but was 'parse'; try \"fetch\".", async () => (await one.RunAsync()).Of("parse"));
    }

    private static async Task RefusedAsync(string sentence, Func<Task> call) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<FetchLabException>(call)).Message, StringComparison.Ordinal);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
