using System.Globalization;

namespace FetchLab;

public static partial class Check
{
    private const int HeldPageCount = 24;
    private const int AtMostInFlight = 4;

    // Longer than the pages are ever held, so that it is the answer that stands still.
    private static readonly TimeSpan _stuck = TimeSpan.FromSeconds(3.5);

    /// <summary>Lesson 05: all pages are fetched, at most so many of them at once, and a page that fails takes nothing from the others.</summary>
    /// <param name="answer">
    /// Given the number of pages, the most that may be in flight, and what fetches one page by its number. Its task may fail with a
    /// page's error, once all pages were fetched.
    /// </param>
    public static Task<Verdict> AtMost(Func<int, int, Func<int, Task>, Task>? answer) => JudgeAsync(answer, async (hold, _) =>
    {
        var pages = new HeldPages(HeldPageCount, AtMostInFlight, failing: AtMostInFlight);
        return await ReturnsAsync(hold(HeldPageCount, AtMostInFlight, pages.FetchAsync)).ConfigureAwait(false)
            ? InFlight(pages)
            : Verdict.NotYet(
                $"{Text(pages.Done)} of {Text(HeldPageCount)} pages were fetched, and then nothing went on. {Text(AtMostInFlight)} of them had failed: what does a fetch leave behind that throws?");
    });

    /// <summary>Lesson 05: like <see cref="AtMost"/>, and the list of pages is not read far ahead of the fetches.</summary>
    /// <param name="answer">Given the pages' numbers, the most that may be in flight, and what fetches one page by its number.</param>
    public static Task<Verdict> BoundedPending(Func<IEnumerable<int>, int, Func<int, Task>, Task>? answer) => JudgeAsync(answer, async (bound, _) =>
    {
        var pages = new HeldPages(HeldPageCount, AtMostInFlight);
        if (!await ReturnsAsync(bound(pages.Numbers(), AtMostInFlight, pages.FetchAsync)).ConfigureAwait(false))
            return Verdict.NotYet($"{Text(pages.Done)} of {Text(HeldPageCount)} pages were fetched, and then nothing went on. Who says that no more pages come?");
        if (InFlight(pages) is { IsRight: false } hint)
            return hint;
        // So many in flight, as many ready in a queue, and one in a producer's hand and one in a consumer's.
        return pages.PeakPending > (2 * AtMostInFlight) + 2
            ? Verdict.NotYet(
                $"At most {Text(AtMostInFlight)} were in flight, but {Text(pages.PeakPending)} were taken in hand at once. A list of a million pages would stand in memory: what makes the reader of the list wait?")
            : Verdict.Right($"At most {Text(pages.PeakInFlight)} were in flight, and no more than {Text(pages.PeakPending)} of {Text(HeldPageCount)} in hand at once.");
    });

    /// <summary>Lesson 05: how many <c>Parallel.ForEachAsync</c> has in flight where nothing is said about it.</summary>
    /// <param name="answer">The number.</param>
    public static Task<Verdict> UnsetDegree(Func<int>? answer) => JudgeAsync(answer, async (guess, _) =>
    {
        var (said, pages) = (guess(), new HeldPages(2 * Environment.ProcessorCount, Environment.ProcessorCount));
        await Parallel.ForEachAsync(pages.Numbers(), async (page, _) => await pages.FetchAsync(page).ConfigureAwait(false)).ConfigureAwait(false);
        return said == pages.PeakInFlight
            ? Verdict.Right($"{Text(said)} were in flight.")
            : Verdict.NotYet($"{Text(said)} is not what was in flight just now. The documentation of ParallelOptions.MaxDegreeOfParallelism says what -1 means here; is this machine's number of that among your guesses?");
    });

    private static Verdict InFlight(HeldPages pages) => pages switch
    {
        { PeakInFlight: > AtMostInFlight } => Verdict.NotYet(
            $"{Text(pages.PeakInFlight)} were in flight at once, and {Text(AtMostInFlight)} is the most that may be. Do all fetches pass the same gate, or does each make one of its own?"),
        { PeakInFlight: 1 } => Verdict.NotYet("Only 1 was ever in flight: each page waits until the one before it has come. Where could the waiting for all of them begin together?"),
        { Wrong: { } page } => Verdict.NotYet($"Page {Text(page)} should be fetched once, as every page should. Count who asks for it."),
        { PeakInFlight: < AtMostInFlight } => Verdict.NotYet(
            $"Only {Text(pages.PeakInFlight)} were in flight at once, and there was room for {Text(AtMostInFlight)}."),
        _ => Verdict.Right($"{Text(pages.PeakInFlight)} were in flight at once, and every page was fetched once."),
    };

    // Whether it came to its end, well or not; false where nothing goes on.
    private static async Task<bool> ReturnsAsync(Task answer)
    {
        try
        {
            await answer.WaitAsync(_stuck).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return answer.IsCompleted;
        }
        catch (HttpRequestException)
        {
            // A page's own: to pass it on is right.
        }

        return true;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
