namespace FetchLab;

public static partial class Check
{
    /// <summary>Lesson 13: the serial share that Amdahl's law asks for.</summary>
    /// <param name="answer">From the time on one worker, the time on W workers and W to f, the share that cannot be shared out.</param>
    public static Task<Verdict> SerialShare(Func<double, double, int, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Alone: 10.0, Shared: 1.0, Workers: 10, Hint: "Ten workers were ten times as fast: nothing is left that could not be shared out."),
            (Alone: 10.0, Shared: 10.0, Workers: 10, Hint: "Ten workers brought nothing at all."),
            (Alone: 36.0, Shared: 22.1, Workers: 10, Hint: "Write Amdahl's law as T(W) = T(1)·(f + (1−f)/W), and solve it for f."),
            (Alone: 8.0, Shared: 5.0, Workers: 4, Hint: "Which number of workers does your formula know?"),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"{one.Alone} s alone and {one.Shared} s on {one.Workers} workers"),
            formula(one.Alone, one.Shared, one.Workers),
            Formula.SerialShare(one.Alone, one.Shared, one.Workers),
            one.Hint)),
        "All of it, none of it, and the tutorial's own numbers.")));

    /// <summary>Lesson 13: the list of pages under which one page at a time from each host takes ten threads as long as the tutorial's took.</summary>
    /// <param name="answer">From the tutorial's list, in which the two hosts alternate, to one with the same pages in another order.</param>
    public static Task<Verdict> HostOrder(Func<IReadOnlyList<Page>, IEnumerable<Page>>? answer) => JudgeAsync(answer, async (order, givenUp) =>
    {
        // Ten times the scale of the profile tutorial-hosts, which is the tutorial's own.
        var site = new VirtualSite(TutorialHosts);
        var list = site.Pages(100, new PageSpec());
        Page[] given = [.. order(list) ?? []];
        if (!given.Select(page => page.Index).Order().SequenceEqual(list.Select(page => page.Index)))
            return Verdict.NotYet(FormattableString.Invariant(
                $"The list has {list.Count} pages, and yours has {given.Select(page => page.Index).Distinct().Count()} different ones of {given.Length}. Each has to be in it once: what else can be changed about a list?"));

        var run = await site.RunAsync(Fetch.Threads(10), given, cancellationToken: givenUp).ConfigureAwait(false);
        var seconds = run.Makespan.TotalSeconds;
        return seconds switch
        {
            > 21.9 and < 22.4 => Verdict.Right(FormattableString.Invariant(
                $"Ten threads take {seconds:0.0} s: whole stretches of the list wait for one host, while the other has nothing to do.")),
            < 15 => Verdict.NotYet(FormattableString.Invariant(
                $"Ten threads take {seconds:0.0} s, as if both hosts were busy all the time. In which order would all ten threads stand before the same door?")),
            _ => Verdict.NotYet(FormattableString.Invariant(
                $"Ten threads take {seconds:0.0} s, and the tutorial's took 22.1. When does the second host have something to do?")),
        };
    });

    /// <summary>Lesson 13: which of two causes a program suffers from, told from few measurements.</summary>
    /// <param name="answer">
    /// From what measures the program (given W, the seconds that W threads take for its pages) to <c>"link"</c> or <c>"lock"</c>.
    /// </param>
    public static Task<Verdict> TellApart(Func<Func<int, double>, string>? answer) => JudgeAsync(answer, (judge, _) =>
    {
        foreach (var hidden in Suspects)
        {
            var asked = 0;
            var said = judge(workers =>
            {
                asked++;
                Require.AtLeast(1, workers, nameof(workers), "20");
                return hidden.Seconds(workers);
            });
            if (asked > MostMeasurements)
                return Task.FromResult(Verdict.NotYet(FormattableString.Invariant(
                    $"It took {asked} measurements, and {MostMeasurements} have to be enough: each costs half a minute. Where do the two curves go different ways?")));
            if (said != hidden.Cause)
                return Task.FromResult(Verdict.NotYet(
                    $"One of the programs suffers from the {hidden.Cause}, and your answer was '{said}'. {hidden.Hint}"));
        }

        return Task.FromResult(Verdict.Right(FormattableString.Invariant($"{Suspects.Length} programs, each told apart by at most {MostMeasurements} measurements.")));
    });

    private const int MostMeasurements = 3;

    private static OriginProfile TutorialHosts { get; } = OriginProfile.Plain with
    {
        Threads = new(SetupMs: 20, HandoverMs: 0),
        Hosts = new Dictionary<string, OriginHost>
        {
            ["apple"] = OriginProfile.Plain.Hosts["apple"] with { Slots = 1, LatencyMs = "95", ServiceMs = "284" },
            ["github"] = OriginProfile.Plain.Hosts["github"] with { Slots = 1, LatencyMs = "95", ServiceMs = "204" },
        },
    };

    // Some as the tutorial had them, some at another scale: a threshold in seconds tells nothing about those.
    private static Suspect[] Suspects { get; } =
    [
        new("link", 100, 0.219, 0.141, 0.0087), new("lock", 100, 0.140, 0.220, 0), new("lock", 400, 0.140, 0.220, 0),
        new("link", 10, 0.219, 0.141, 0.0087), new("link", 400, 0.0219, 0.0141, 0.00087), new("lock", 50, 0.014, 0.022, 0),
    ];

    /// <summary>A program whose threads share one thing that only one of them can have at a time.</summary>
    /// <param name="Cause">What it suffers from.</param>
    /// <param name="Pages">N.</param>
    /// <param name="Waiting">What a page waits without the shared thing, in seconds.</param>
    /// <param name="Serial">How long it then has it, in seconds.</param>
    /// <param name="Handover">How much longer for each other thread, in seconds.</param>
    private sealed record Suspect(string Cause, int Pages, double Waiting, double Serial, double Handover)
    {
        public string Hint => Cause == "link"
            ? "More threads make that program slower, from some number on. Has your answer looked there?"
            : "From two threads on that program takes the same time. What would a hand-over do to it?";

        public double Seconds(int workers)
        {
            var serial = Serial + (Handover * (workers - 1));
            return Pages * Math.Max(serial, (Waiting + serial) / workers);
        }
    }
}
