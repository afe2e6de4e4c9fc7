namespace FetchLab;

public static partial class Check
{
    /// <summary>Lesson 12: how long all pages at once take under a client's limit on connections.</summary>
    /// <param name="answer">From N, the latency in ms and the limit, 0 for none, to the time for all pages in ms.</param>
    public static Task<Verdict> ConnectionLimit(Func<int, double, int, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Pages: 100, Limit: 100, Hint: "All of them fit: how many rounds is that?"),
            (Pages: 150, Limit: 100, Hint: "A hundred connections are busy; when does the next page get one?"),
            (Pages: 150, Limit: 0, Hint: "0 means that there is no limit at all."),
            (Pages: 7, Limit: 2, Hint: "A last round takes as long as the others, also when one page is all that it has."),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"{one.Pages} pages of 50 ms and a limit of {one.Limit}"),
            formula(one.Pages, 50, one.Limit),
            Formula.MakespanInRounds(one.Pages, one.Limit == 0 ? one.Pages : one.Limit, TimeSpan.FromMilliseconds(50)).TotalMilliseconds,
            one.Hint)),
        "With the limit, without one, and with a small one.")));

    /// <summary>Lesson 12: the most requests in flight at once, from a log of starts and ends.</summary>
    /// <param name="answer">From starts and ends in ms to the number; a request that ends when another starts does not overlap it.</param>
    public static Task<Verdict> PeakOfLog(Func<IReadOnlyList<(double Start, double End)>, int>? answer) => JudgeAsync(answer, (peak, _) => Task.FromResult(NumberCase.Judge(
        new (string Asked, (double Start, double End)[] Log, string Hint)[]
        {
            ("three requests at once", [(0, 50), (0, 50), (1, 51)], "Who is under way when the last one starts?"),
            ("three requests, one after the other", [(0, 50), (50, 100), (100, 150)], "One that ends when another starts does not overlap it."),
            ("a long request over three short ones", [(0, 200), (10, 20), (30, 40), (50, 60)], "Not all that overlap with one request overlap with each other."),
            ("a log that is not in order", [(60, 90), (0, 50), (40, 70), (45, 48)], "The rows come in the order in which the pages ended, or in none."),
        }.Select(one => new NumberCase(
            one.Asked,
            peak(one.Log),
            FetchLab.InFlight.Peak([.. one.Log.Select(span => (TimeSpan.FromMilliseconds(span.Start), TimeSpan.FromMilliseconds(span.End)))]),
            one.Hint)),
        "At once, in turn, and mixed.")));
}
