using System.Globalization;

namespace FetchLab;

public static partial class Check
{
    private const double BackoffBaseMs = 100;
    private const double BackoffCapMs = 2000;

    /// <summary>More requests for one page than any of the judge's cases needs: the answer does not stop.</summary>
    private const int TooMany = 100;

    /// <summary>Asks for the least number of retries with which enough of the pages come.</summary>
    /// <param name="retriesFor">
    /// From p, the probability that one attempt fails, and the share of the pages that is to come, both from 0 to 1 and below it,
    /// the least m with 1 − p^(m+1) at least that share.
    /// </param>
    public static Task<Verdict> RetriesFor(Func<double, double, int>? retriesFor) =>
        JudgeAsync(retriesFor, (answer, _) => Task.FromResult(JudgeRetriesFor(answer)));

    /// <summary>Asks for a fetch that tries again, but only where that can help.</summary>
    /// <param name="fetchWithRetries">
    /// From a fetch that gives the reply's status, and m, the most retries: the status of the last attempt. 408, 429 and 500 and
    /// above are worth another attempt; nothing else is.
    /// </param>
    public static Task<Verdict> FetchWithRetries(Func<Func<Task<int>>, int, Task<int>>? fetchWithRetries) =>
        JudgeAsync(fetchWithRetries, (answer, _) => JudgeFetchWithRetriesAsync(answer));

    /// <summary>Asks for the wait before a retry: exponential, capped, with jitter, and never shorter than the server asked for.</summary>
    /// <param name="waitMs">
    /// From the retry's number from 0, u from 0 to 1, and what <c>Retry-After</c> said (0 for nothing), both waits in ms: the
    /// greater of <c>u·min(2000, 100·2^retry)</c> and <c>Retry-After</c>.
    /// </param>
    public static Task<Verdict> Backoff(Func<int, double, double, double>? waitMs) =>
        JudgeAsync(waitMs, (answer, _) => Task.FromResult(JudgeBackoff(answer)));

    private static Verdict JudgeRetriesFor(Func<double, double, int> answer)
    {
        (double, double, int)[] cases = [(0.2, 0.99, 2), (0.5, 0.9, 3), (0.1, 0.95, 1), (0.05, 0.9, 0), (0, 0.5, 0)];
        foreach (var (failure, share, least) in cases)
        {
            var retries = answer(failure, share);
            if (retries < least)
                return Verdict.NotYet(Text(
                    $"With {retries} retries at p = {failure}, too few pages come: {share:0 %} were asked for. With which probability do all attempts at a page fail?"));
            if (retries > least)
                return Verdict.NotYet(Text(
                    $"{retries} retries at p = {failure} are enough for {share:0 %}, but fewer would do. How many attempts does a page have before its first retry?"));
        }

        return Verdict.Right("Each of five cases gets as many retries as it needs, and no more.");
    }

    private static async Task<Verdict> JudgeFetchWithRetriesAsync(Func<Func<Task<int>>, int, Task<int>> answer)
    {
        (int[], int, int)[] cases = [([200], 3, 1), ([500, 200], 3, 2), ([429, 503, 200], 3, 3), ([503], 2, 3), ([404], 3, 1)];
        foreach (var (statuses, retries, calls) in cases)
        {
            var asked = 0;
            var last = await answer(Fetch, retries).ConfigureAwait(false);
            var script = string.Join(", ", statuses);
            if (asked < calls)
                return Verdict.NotYet(
                    $"The replies were to be {script}, with at most {retries} retries, but the requests sent were {asked}. " +
                    "Do you count attempts where retries were meant, or give up on a status that may be gone the next time?");
            if (asked > calls && statuses[^1] is 404)
                return Verdict.NotYet($"A page that is not there ({script}) was asked for {asked} times. What can a second attempt change?");
            if (asked > calls)
                return Verdict.NotYet(
                    $"The replies were {script}, with at most {retries} retries, and the requests sent were {asked}, not {calls}. " +
                    "When is it time to stop?");
            if (last != statuses[^1])
                return Verdict.NotYet(
                    $"The replies were {script}, and the answer was {last}. Which attempt's status tells what came of the page?");

            Task<int> Fetch() => ++asked <= TooMany
                ? Task.FromResult(statuses[Math.Min(asked, statuses.Length) - 1])
                : throw new InvalidOperationException($"the page was asked for {TooMany} times, and no end is in sight.");
        }

        return Verdict.Right("It tries again where that can help, as often as it may, and no more.");
    }

    private static Verdict JudgeBackoff(Func<int, double, double, double> answer)
    {
        (int Retry, double Share, double RetryAfter, string Hint)[] cases =
        [
            (0, 1, 0, "What is 2 to the power of 0?"),
            (3, 1, 0, "Each wait's upper end is twice the one before."),
            (10, 1, 0, "Waits stop growing somewhere."),
            (3, 0.25, 0, "Who failed together must not come back together: what is u for?"),
            (10, 0.5, 0, "What is drawn is a share of the wait after it was cut off."),
            (0, 0.5, 700, "The server said how long it wants to be left alone."),
            (3, 1, 50, "The server's wish is the least, not the whole wait."),
        ];
        foreach (var (retry, share, retryAfter, hint) in cases)
        {
            var expected = Math.Max(retryAfter, share * Math.Min(BackoffCapMs, BackoffBaseMs * Math.Pow(2, retry)));
            var wait = answer(retry, share, retryAfter);
            if (!(Math.Abs(wait - expected) < 1e-6))
                return Verdict.NotYet(Text($"Retry {retry} with u = {share} and a Retry-After of {retryAfter} ms waited {wait} ms. {hint}"));
        }

        return Verdict.Right("Exponential, capped, spread out, and polite.");
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
