using FetchLab.Charts;

namespace FetchLab;

public static partial class Lab
{
    /// <summary>Runs a pipeline, which ends early when its cell is stopped.</summary>
    /// <remarks>Where it should take longer than its cell may, one sentence says so before it starts.</remarks>
    /// <param name="pipeline">The stages, and what goes through them.</param>
    /// <param name="capacity">How many items each queue holds, at least 1; null: any number.</param>
    /// <param name="oneThread">Whether all is done on one thread.</param>
    /// <exception cref="FetchLabException">The pipeline or the capacity cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static async Task<PipelineRun<T>> RunAsync<T>(Pipeline<T> pipeline, int? capacity = null, bool oneThread = false)
    {
        if (pipeline is null)
            throw new FetchLabException("a pipeline must be given, but was nothing; try Pipeline.From(urls).Then(\"fetch\", 10, FetchAsync).");
        if (pipeline.Predict(oneThread: oneThread) is { } predicted)
            CellTime.SayIfTooLong("the pipeline", [predicted.Makespan]);
        var stopping = Stopping();
        var run = await pipeline.RunAsync(capacity, oneThread, cancellationToken: stopping).ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
        return run;
    }

    /// <summary>How long each pipeline took, over what was predicted, and over guesses of the time.</summary>
    /// <inheritdoc cref="PipelineCompareFigure.Compare"/>
    public static Figure Compare(IEnumerable<Guess> guesses, params PipelineRun[] runs) => runs.Compare(guesses);

    /// <summary>What the queues of pipelines held at each moment.</summary>
    /// <inheritdoc cref="PipelineQueuesFigure.Queues(IEnumerable{PipelineRun})"/>
    public static Figure Queues(params PipelineRun[] runs) => runs.Queues();

    /// <summary>
    /// How many times as fast as with one worker: a dot for each measurement, over Amdahl's curve 1/(f+(1−f)/P). The curve is solid
    /// up to the cores that there are, and broken beyond them, where it is the model alone.
    /// </summary>
    /// <param name="serial">f, the share of the work that cannot be shared out, from 0 to 1.</param>
    /// <param name="measured">Numbers of workers that compute, and what the work took with them; 1 is among them.</param>
    /// <param name="guess">What somebody expected with the most cores; NaN: nobody did.</param>
    /// <param name="cores">The cores that there are; null for this machine's.</param>
    /// <param name="most">Where the curve ends, at least 2.</param>
    /// <exception cref="FetchLabException">A value is out of range, or nothing was measured with 1 worker.</exception>
    public static Figure SpeedUp(
        double serial, IEnumerable<(int Cores, TimeSpan Took)> measured, double guess = double.NaN, int? cores = null, int most = 64)
    {
        var all = (measured ?? []).ToArray();
        if (!(serial is >= 0 and <= 1))
            throw new FetchLabException($"serial must be from 0 to 1, but was {Drawing(serial)}; try 0.1.");
        if (most < 2)
            throw new FetchLabException($"most must be at least 2, but was {Drawing(most)}; try 64.");
        if (!all.Any(each => each.Cores == 1) || all.Any(each => each.Took <= TimeSpan.Zero))
            throw new FetchLabException("measured must have a time with 1 worker, and all of them more than 0; try [(1, one), (2, two)].");
        return SpeedUpFigure.SpeedUp(serial, all, guess, cores ?? Environment.ProcessorCount, most);

        static string Drawing(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
