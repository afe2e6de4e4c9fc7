using System.Globalization;

namespace FetchLab;

/// <summary>Something that a lesson says, checked against what was measured. One that does not hold cannot be made.</summary>
public sealed record Claim
{
    /// <summary>Predictions closer than this are a tie: real clocks, on busy machines, could put either first.</summary>
    private const double Tie = 1.5;

    private Claim(string sentence) => Sentence = sentence;

    /// <summary>What held, with its numbers.</summary>
    public string Sentence { get; }

    /// <summary>
    /// Claims that the first run was faster than the second. Where the model predicts less than 1.5 times between them, the
    /// claim is that it predicts a tie, and holds.
    /// </summary>
    /// <exception cref="ClaimException">The first run was not faster, or one of the two has fetches that failed.</exception>
    public static Claim Faster(FetchRun faster, FetchRun slower)
    {
        AllArrived(faster);
        AllArrived(slower);

        return Faster(
            (faster.Strategy, faster.Makespan, faster.Predicted), (slower.Strategy, slower.Makespan, slower.Predicted));
    }

    /// <summary>The same of two pipelines, each with a prediction.</summary>
    /// <exception cref="ClaimException">The first was not faster, one has items that failed, or one has no prediction.</exception>
    public static Claim Faster(PipelineRun faster, PipelineRun slower)
    {
        return Faster(Contender(faster), Contender(slower));

        static (string, TimeSpan, Prediction) Contender(PipelineRun run) => run switch
        {
            { Cancelled: true } => throw new ClaimException($"{run.Name} was cancelled, so nothing can be claimed about its time."),
            { Failed: > 0 } => throw new ClaimException(
                $"{run.Failed} of {run.Items} items failed ({run.Name}), so nothing can be claimed about its time; "
                + $"{run.Records.First(record => record.Error is not null).Error}"),
            { Predicted: { } predicted } => (run.Name, run.Makespan, predicted),
            _ => throw new ClaimException($"{run.Name} has no prediction; say what each stage should take."),
        };
    }

    /// <summary>Claims whatever <paramref name="holds"/> says.</summary>
    /// <param name="holds">What was found.</param>
    /// <param name="sentence">What to say where it holds.</param>
    /// <param name="otherwise">What to say where it does not.</param>
    /// <exception cref="ClaimException">It does not hold; the message is <paramref name="otherwise"/>.</exception>
    public static Claim That(bool holds, string sentence, string otherwise) =>
        holds ? new Claim(sentence) : throw new ClaimException(otherwise);

    /// <inheritdoc/>
    public override string ToString() => Sentence;

    private static Claim Faster(
        (string Name, TimeSpan Makespan, Prediction Predicted) faster, (string Name, TimeSpan Makespan, Prediction Predicted) slower)
    {
        var predicted = slower.Predicted.Makespan / faster.Predicted.Makespan;
        // Nothing over nothing is not a number, and a tie.
        if (!(predicted is >= Tie or <= 1 / Tie))
            return new Claim(
                $"At these knobs the model predicts a tie: {faster.Name} {faster.Predicted.Makespan.ToText()} against {slower.Name} {slower.Predicted.Makespan.ToText()}.");

        var measured = $"{faster.Name} took {faster.Makespan.ToText()}, {slower.Name} {slower.Makespan.ToText()}";
        var bound = faster.Predicted.IsLowerBound ? "predicted at most " : "predicted ";
        return That(
            faster.Makespan < slower.Makespan,
            $"{measured}: {Times(slower.Makespan / faster.Makespan)} times as fast ({bound}{Times(predicted)}).",
            $"{faster.Name} was to be faster than {slower.Name}, but {measured} ({bound}{Times(predicted)} times as fast).");
    }

    /// <remarks>A refused connection takes no time at all; such a run would win every comparison.</remarks>
    private static void AllArrived(FetchRun run)
    {
        if (run.Cancelled)
            throw new ClaimException($"{run.Strategy} was cancelled, so nothing can be claimed about its time.");
        if (run.LastAttempts.FirstOrDefault(record => record.Error is not null) is { } first)
            throw new ClaimException(
                $"{run.Failed} of {run.Pages} fetches failed ({run.Strategy}), so nothing can be claimed about its time; " +
                $"page {first.Index}: {first.Error}");
    }

    private static string Times(double ratio) => ratio.ToString("0.0", CultureInfo.InvariantCulture);
}
