namespace FetchLab;

public static partial class Check
{
    private const int PagesToHoldBack = 20;
    private const int AtMostSoMany = 4;

    /// <summary>Judges a program that fetches pages, a number of them at a time, also when some fail.</summary>
    /// <param name="answer">From the pages' numbers, the most in flight, and what fetches one; its task ends with the last page.</param>
    public static Task<Verdict> AtMost(Func<IReadOnlyList<int>, int, Func<int, Task>, Task>? answer) => JudgeAsync(answer, async (program, givenUp) =>
    {
        int[] pages = [.. Enumerable.Range(0, PagesToHoldBack)];
        var seen = new Watch(AtMostSoMany);
        await program(pages, AtMostSoMany, page => seen.FetchAsync(page, fails: false, givenUp)).ConfigureAwait(false);
        if ((NotAwaited(seen) ?? seen.OfPages(PagesToHoldBack) ?? seen.OfPeak("The limit let everybody in. How many limits are there?")) is { } wrong)
            return wrong;

        var failing = new Watch(AtMostSoMany);
        var back = program(pages, AtMostSoMany, page => failing.FetchAsync(page, fails: page < AtMostSoMany, givenUp));
        // Whether it throws what its pages threw is its own affair.
        await Task.WhenAny(back, Task.Delay(Patience / 3, givenUp)).ConfigureAwait(false);
        return back.IsCompleted
            ? Verdict.Right(FormattableString.Invariant($"{PagesToHoldBack} pages, each once, {seen.Peak} at a time; and it comes back when pages fail."))
            : Verdict.NotYet(FormattableString.Invariant(
                $"{AtMostSoMany} pages failed, and then nothing happened any more. What becomes of a page's place when its fetch throws?"));
    });

    /// <summary>Judges a program that takes pages from a source only when it has room for them.</summary>
    /// <param name="answer">From a source of pages' numbers, the most in flight, and what fetches one; its task ends with the last page.</param>
    public static Task<Verdict> BackPressure(Func<IEnumerable<int>, int, Func<int, Task>, Task>? answer) => JudgeAsync(answer, async (program, givenUp) =>
    {
        var seen = new Watch(AtMostSoMany);
        var ahead = 0;
        await program(Source(), AtMostSoMany, page => seen.FetchAsync(page, fails: false, givenUp)).ConfigureAwait(false);
        return NotAwaited(seen)
            ?? seen.OfPages(PagesToHoldBack)
            ?? seen.OfPeak("First hold back the fetches, and then the source.")
            ?? (ahead > 2 * AtMostSoMany + 1
                ? Verdict.NotYet(FormattableString.Invariant(
                    $"The fetches are held back, but not the source: {ahead} pages were taken from it and not done with. What keeps them, and how many may it keep?"))
                : Verdict.Right(FormattableString.Invariant($"Never more than {ahead} pages were taken and not done with, of {PagesToHoldBack}.")));

        IEnumerable<int> Source()
        {
            for (var page = 0; page < PagesToHoldBack; page++)
            {
                ahead = Math.Max(ahead, page + 1 - seen.Finished);
                yield return page;
            }
        }
    });

    private static Verdict? NotAwaited(Watch seen) => seen.Finished == seen.Started
        ? null
        : Verdict.NotYet(FormattableString.Invariant($"It came back when {seen.Finished} of {seen.Started} pages that it had asked for had. Who waits for the rest?"));
}
