using System.Globalization;

namespace FetchLab;

internal sealed partial class PolicedStrategy
{
    /// <remarks>Policies can only add time: what failures will cost is not known before a run.</remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        PredictAttempts([.. Enumerable.Range(0, latencies.Count)], (place, _) => new PlayedFetch(latencies[place])) with
        {
            IsLowerBound = true,
        };

    /// <remarks>
    /// A page that is asked for again keeps its worker: to the strategy it is one that takes longer. A worker that takes longer,
    /// as one that waits for a permit does, never makes a list schedule shorter, so of two lower bounds the greater holds.
    /// </remarks>
    internal override Prediction PredictAttempts(IReadOnlyList<int> indices, Func<int, int, PlayedFetch> attempt)
    {
        PlayedPage[] pages =
            [.. indices.Select((index, place) => new PlayedPage(index, Policies, number => attempt(place, number)))];
        TimeSpan[] latencies = [.. pages.Select(page => page.Play().Time)];

        var attempts = pages.Sum(page => page.Attempts);
        var prediction = Counted(Bare.Predict(latencies), attempts, pages.Length);
        var permits = Policies.Select((_, layer) => pages.Sum(page => page.Entered[layer])).ToArray();
        return Limited(prediction, permits, pages.Length, pages.Min(page => page.Shortest));
    }

    private protected override Prediction PredictMean(IReadOnlyList<TimeSpan> latencies, double failure)
    {
        var mean = ExpectedFetch.Once(failure);
        var attempts = new double[Policies.Count];
        // From the inside out: what a policy is entered for is what all policies outside of it make of a page.
        for (var layer = Policies.Count - 1; layer >= 0; layer--)
        {
            attempts[layer] = mean.Attempts;
            mean = Policies[layer].Expect(mean);
        }

        var prediction = Counted(
            Bare.Predict([.. latencies.Select(latency => (mean.Latencies * latency) + mean.Waits)]),
            mean.Attempts * latencies.Count,
            latencies.Count);
        var permits = attempts.Select(inside => (int)Math.Round(mean.Attempts / inside * latencies.Count)).ToArray();
        return Limited(prediction, permits, latencies.Count, latencies.Min());
    }

    private static Prediction Counted(Prediction prediction, double attempts, int pages) => attempts > pages
        ? prediction with
        {
            Formula = string.Create(CultureInfo.InvariantCulture, $"{prediction.Formula} with {attempts / pages:0.##} attempts a page"),
        }
        : prediction;

    /// <summary>The last request starts no earlier than the limits let it: T ≥ max(0, A−b)/q, and then takes a while.</summary>
    private Prediction Limited(Prediction prediction, int[] permits, int pages, TimeSpan shortest)
    {
        for (var layer = 0; layer < Policies.Count; layer++)
        {
            if (Policies[layer] is not LimitPolicy limit)
                continue;
            var limited = limit.LastStart(permits[layer]) + shortest;
            prediction = limited > prediction.Makespan
                ? new Prediction(limited, $"≥ ({(permits[layer] > pages ? "A" : "N")}−b)/q + min Lᵢ")
                : prediction;
            prediction = prediction with { IsLowerBound = true };
        }

        return prediction;
    }
}
