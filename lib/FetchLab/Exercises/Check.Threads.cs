namespace FetchLab;

public static partial class Check
{
    /// <summary>Judges a formula for the makespan of W threads over N pages that all take the same.</summary>
    /// <param name="answer">From N, W and L in ms to T in ms.</param>
    public static Task<Verdict> Rounds(Func<int, int, double, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Pages: 100, Workers: 1, Hint: "With one thread every page is a round."),
            (Pages: 100, Workers: 10, Hint: "The threads share the pages out: how many does each get?"),
            (Pages: 101, Workers: 10, Hint: "A last round takes as long as the others, also when one page is all that it has."),
            (Pages: 5, Workers: 64, Hint: "Some page must be fetched, however many threads there are for it."),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"{one.Pages} pages of 50 ms on {one.Workers} threads"),
            formula(one.Pages, one.Workers, 50),
            Formula.MakespanInRounds(one.Pages, one.Workers, TimeSpan.FromMilliseconds(50)).TotalMilliseconds,
            one.Hint)),
        "Four lists of pages, the last round included.")));

    /// <summary>Judges a program that shares pages out to threads of its own.</summary>
    /// <param name="answer">
    /// From the number of pages, the number of threads, and what fetches one page by its place from 0 and blocks. It has to
    /// return after the last page.
    /// </param>
    public static Task<Verdict> OwnThreads(Action<int, int, Action<int>>? answer) => JudgeAsync(answer, async (program, givenUp) =>
    {
        const int Pages = 20, Workers = 4;
        var seen = new Watch(Workers);
        var pooled = false;
        program(Pages, Workers, page =>
        {
            pooled |= Thread.CurrentThread.IsThreadPoolThread;
            // The page is on its way until the watch lets it come back; blocked, as a thread that fetches is.
            seen.FetchAsync(page, fails: false, givenUp).GetAwaiter().GetResult();
        });
        return seen.Finished < Pages && seen.Finished < seen.Started
            ? Verdict.NotYet(FormattableString.Invariant($"It returned when {seen.Finished} of {Pages} pages had come back. Who waits for the threads?"))
            : seen.OfPages(Pages)
                ?? (pooled ? Verdict.NotYet("Pages were fetched on threads of the pool, which others need too. Which type is a thread of your own?") : null)
                ?? seen.OfPeak("Who decides how many threads there are: the number of pages, or of workers?")
                ?? Verdict.Right(FormattableString.Invariant($"{Pages} pages, each once, {seen.Peak} at a time."));
    });
}
