namespace FetchLab;

public abstract partial class FetchStrategy
{
    /// <summary>How long this strategy should take for pages of these latencies, in this order.</summary>
    /// <param name="latencies">One a page, each at least 0.</param>
    /// <exception cref="FetchLabException">There is none, or a negative one.</exception>
    public Prediction Predict(IReadOnlyList<TimeSpan> latencies) => PredictCore(Require.Latencies(latencies));

    /// <summary>How long this strategy should take for these pages, from the latency that is asked for each.</summary>
    /// <exception cref="FetchLabException">There is no page.</exception>
    public Prediction Predict(IReadOnlyList<Page> pages) => Predict(LatenciesOf(pages));

    /// <summary>
    /// How long this strategy should take where it is known which attempts fail: what its policies make of that is played, with
    /// each wait between attempts. Exact for retries, and for hedging inside of them; under a limit the least that it can be; and
    /// a breaker is taken to stay closed.
    /// </summary>
    /// <param name="pages">At least one; each attempt takes its page's latency, whether or not it fails.</param>
    /// <param name="fails">Whether an attempt fails, by the page's index from 0 and the attempt's number from 1.</param>
    /// <exception cref="FetchLabException">There is no page.</exception>
    public Prediction Predict(IReadOnlyList<Page> pages, Func<int, int, bool> fails)
    {
        var latencies = Require.Latencies(LatenciesOf(pages));
        return PredictAttempts(
            [.. pages.Select(page => page.Index)],
            (place, attempt) => new PlayedFetch(latencies[place], fails(pages[place].Index, attempt)));
    }

    /// <summary>
    /// How long this strategy should take in the mean where each attempt fails by chance: every page takes its latency as often
    /// as it needs attempts on average, and the mean of the waits between them. A single run may take less or more.
    /// </summary>
    /// <param name="pages">At least one.</param>
    /// <param name="failure">p, the probability that one attempt fails, from 0 to 1.</param>
    /// <exception cref="FetchLabException">There is no page, or the probability is out of range.</exception>
    public Prediction Predict(IReadOnlyList<Page> pages, double failure)
    {
        Require.Between(0, 1, failure, "failure", "0.1");
        return PredictMean(Require.Latencies(LatenciesOf(pages)), failure);
    }

    /// <summary>The policies that come with the strategy, the outermost first.</summary>
    internal virtual IReadOnlyList<Policy> Policies => [];

    /// <summary>The strategy without its policies.</summary>
    internal virtual FetchStrategy Bare => this;

    /// <summary>A prediction from what comes, or came, of each attempt at each page.</summary>
    /// <param name="indices">The index of each page.</param>
    /// <param name="attempt">By the page's place from 0, and the attempt's number from 1.</param>
    internal virtual Prediction PredictAttempts(IReadOnlyList<int> indices, Func<int, int, PlayedFetch> attempt) =>
        PredictCore([.. indices.Select((_, place) => attempt(place, 1).Time)]);

    private protected virtual Prediction PredictMean(IReadOnlyList<TimeSpan> latencies, double failure) => PredictCore(latencies);

    /// <summary>The strategy's formula over latencies that were checked.</summary>
    protected abstract Prediction PredictCore(IReadOnlyList<TimeSpan> latencies);

    private static TimeSpan[] LatenciesOf(IReadOnlyList<Page> pages) => [.. Page.Given(pages).Select(page => page.Latency)];
}
