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
    public static Task<Verdict> OwnThreads(Action<int, int, Action<int>>? answer) => JudgeAsync(answer, (program, _) =>
    {
        const int Count = 20, Workers = 4;
        var pages = new HeldPages(Count, Workers);
        var pooled = false;
        program(Count, Workers, page =>
        {
            pooled |= Thread.CurrentThread.IsThreadPoolThread;
            // Blocked until the page comes, as a thread that fetches is.
            pages.FetchAsync(page).GetAwaiter().GetResult();
        });
        return Task.FromResult(pages switch
        {
            // A thread that was not waited for may not have begun.
            _ when pages.Done < Count && (pages.Done < pages.Asked || pages.Asked == 0) => Verdict.NotYet(
                $"It returned when {Text(pages.Done)} of {Text(Count)} pages had come back. Who waits for the threads?"),
            { Wrong: not null } => Verdict.NotYet(
                $"Of {Text(Count)} pages, {Text(pages.Different)} were asked for, in {Text(pages.Asked)} requests. Each has to be asked for once: who hands them out?"),
            _ when pooled => Verdict.NotYet(
                "Pages were fetched on threads of the pool, which others need too. Which type is a thread of your own?"),
            { PeakInFlight: 1 } => Verdict.NotYet(
                $"One page at a time, where {Text(Workers)} should be. What does the program wait for before it starts the next one?"),
            { PeakInFlight: < Workers } => Verdict.NotYet(
                $"At most {Text(pages.PeakInFlight)} pages at a time, where {Text(Workers)} should be."),
            { PeakInFlight: > Workers } => Verdict.NotYet(
                $"{Text(pages.PeakInFlight)} pages at a time, where {Text(Workers)} should be. Who decides how many threads there are: the number of pages, or of workers?"),
            _ => Verdict.Right($"{Text(Count)} pages, each once, {Text(pages.PeakInFlight)} at a time."),
        });
    });
}
