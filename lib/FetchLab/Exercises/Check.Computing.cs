namespace FetchLab;

public static partial class Check
{
    /// <summary>Lesson 10: Amdahl's law as code.</summary>
    /// <param name="answer">From f, the share that cannot be shared out, and P cores to the speed-up.</param>
    public static Task<Verdict> SpeedUp(Func<double, int, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Serial: 0.0, Cores: 8, Hint: "All of the work can be shared out here. Who is idle?"),
            (Serial: 0.1, Cores: 1, Hint: "With one core nothing can be shared out, whatever the work is like: as fast as what?"),
            (Serial: 0.5, Cores: 2, Hint: "Take work of one second. How long is the half that one core does alone, how long the half that two share, and what is one second over both?"),
            (Serial: 0.1, Cores: 1_000_000, Hint: "So many cores make their part vanish. What is left?"),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"f = {one.Serial} on {one.Cores} {(one.Cores == 1 ? "core" : "cores")}"),
            formula(one.Serial, one.Cores), Formula.SpeedUp(one.Serial, one.Cores), one.Hint)),
        "From one core to a million.")));

    /// <summary>Lesson 10: the bound of a pipeline of fetching and parsing.</summary>
    /// <param name="answer">
    /// From N, the ms of a fetch and its workers, and the ms of parsing and the cores, on which a parser each is at work, to the
    /// least time in ms.
    /// </param>
    public static Task<Verdict> PipelineBound(Func<int, double, int, double, int, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Fetchers: 1, Fetch: 50.0, Cores: 4, Parse: 8.0, Hint: "While one page is fetched, the one before it is parsed. Which of the two stages sets the pace, and what does the other add to it?"),
            (Fetchers: 20, Fetch: 50.0, Cores: 1, Parse: 8.0, Hint: "The fetches overlap now. How often does a fetched page come, and how often can a core take one?"),
            (Fetchers: 20, Fetch: 50.0, Cores: 2, Parse: 8.0, Hint: "Two cores take pages twice as often as one."),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"100 pages, fetched in {one.Fetch} ms by {one.Fetchers} and parsed in {one.Parse} ms on {one.Cores} of the cores"),
            formula(100, one.Fetch, one.Fetchers, one.Parse, one.Cores),
            Formula.MakespanOfPipeline(
                100,
                [new(TimeSpan.FromMilliseconds(one.Fetch), one.Fetchers, false), new(TimeSpan.FromMilliseconds(one.Parse), one.Cores, true)],
                one.Cores).TotalMilliseconds,
            one.Hint)),
        "Where the fetches are the limit, and where the cores are.")));

    /// <summary>Lesson 10: fetch and parse at the same time, with a bounded queue between them.</summary>
    /// <param name="answer">
    /// Given the number of pages, how many the queue may hold, what fetches a page by its number, and what parses a page's text.
    /// </param>
    public static Task<Verdict> FetchAndParse(Func<int, int, Func<int, Task<string>>, Action<string>, Task>? answer) => JudgeAsync(answer, async (run, _) =>
    {
        var pages = new ParsedPages(HeldPageCount);
        if (!await ReturnsAsync(run(HeldPageCount, AtMostInFlight, pages.FetchAsync, pages.Parse)).ConfigureAwait(false))
            return Verdict.NotYet($"{Text(pages.Parsed)} of {Text(HeldPageCount)} pages were parsed, and then nothing went on. Who says that no more pages come?");
        return pages switch
        {
            { Wrong: { } page } => Verdict.NotYet($"Page {Text(page)} should be fetched and parsed once, as every page should. Does the answer wait for both ends?"),
            { BegunMeanwhile: 1 } => Verdict.NotYet("While the first page was parsed, nobody asked for another. Which of the two could have a task of its own?"),
            // So many in the queue, as many in the hands of who fetches, and one with who parses.
            { Ahead: > (2 * AtMostInFlight) + 2 } => Verdict.NotYet(
                $"{Text(pages.Ahead)} pages were asked for before they could be parsed. A million of them would not fit into memory: what makes the fetching wait?"),
            _ => Verdict.Right($"While the first page was parsed, others came, and never more than {Text(pages.Ahead)} of {Text(HeldPageCount)} were in hand."),
        };
    });
}
