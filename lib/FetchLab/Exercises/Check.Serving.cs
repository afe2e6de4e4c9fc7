namespace FetchLab;

public static partial class Check
{
    private const int PermittedAtOnce = 4;

    private static readonly TimeSpan _atOnce = TimeSpan.FromSeconds(1);

    /// <summary>Lesson 11: the mean time of a page at one slot, with constant service and pages that come at random.</summary>
    /// <param name="answer">From s in ms and ρ to R in ms.</param>
    public static Task<Verdict> Response(Func<double, double, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Service: 10.0, Utilisation: 0.0, Hint: "Nobody else is there: what is left of R?"),
            (Service: 10.0, Utilisation: 0.5, Hint: "Put ρ = 0.5 into ρ/(2(1−ρ)) with a pencil: what do you get?"),
            (Service: 10.0, Utilisation: 0.95, Hint: "What is left of the slot's time, 1−ρ, stands below the fraction's line, and the wait is counted in services: does s stand before both?"),
            (Service: 4.0, Utilisation: 0.8, Hint: "Does your answer use the service time that it is given?"),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"s = {one.Service} ms and ρ = {one.Utilisation}"),
            formula(one.Service, one.Utilisation),
            Formula.LatencyOfOneSlot(TimeSpan.FromMilliseconds(one.Service), one.Utilisation).TotalMilliseconds,
            one.Hint)),
        "An idle slot, and busy ones.")));

    /// <summary>Lesson 11: latencies from the instants at which an open loop of a steady rate meant its requests to start.</summary>
    /// <param name="answer">
    /// From λ in requests a second, when each request really started, and when it was finished, in ms: the latency of each in ms.
    /// Request i, from 0, was meant to start at i/λ.
    /// </param>
    public static Task<Verdict> CorrectedLatencies(Func<double, double[], double[], double[]>? answer) =>
        JudgeAsync(answer, (correct, _) => Task.FromResult(
            JudgeCorrected(correct, "on time", 50, [0, 20, 40], [5, 26, 44])
            ?? JudgeCorrected(correct, "after a stall", 100, [0, 10, 120, 121, 122], [5, 118, 126, 127, 128])
            ?? Verdict.Right("Each from the instant at which it was meant to start, however late it did.")));

    /// <summary>Lesson 11: a limit that turns work away at once, where four pieces of it are under way.</summary>
    /// <param name="answer">Given a piece of work, whether it was done: false, at once and without calling it, where four others are under way.</param>
    public static Task<Verdict> LoadShedding(Func<Func<Task>, Task<bool>>? answer) => JudgeAsync(answer, async (shed, _) =>
    {
        var first = new HeldWork(shed, calls: 10);
        if (await first.HintAsync(PermittedAtOnce, _atOnce).ConfigureAwait(false) is { } hint)
            return Verdict.NotYet(hint);

        for (var failure = 0; failure < PermittedAtOnce; failure++)
            await IgnoreAsync(() => shed(() => throw new InvalidOperationException("this piece of work fails."))).ConfigureAwait(false);
        var second = new HeldWork(shed, calls: PermittedAtOnce);
        var started = second.Started;
        await second.EndAsync().ConfigureAwait(false);
        return started == PermittedAtOnce
            ? Verdict.Right("Four at a time, the others turned away at once, and a failure takes no place with it.")
            : Verdict.NotYet(FormattableString.Invariant(
                $"After four pieces of work that failed, {started} of four new ones were let in. What has to happen however the work ends?"));
    });

    private static Verdict? JudgeCorrected(
        Func<double, double[], double[], double[]> correct, string when, double rate, double[] started, double[] finished)
    {
        var given = correct(rate, [.. started], [.. finished]);
        if (given is null || given.Length != finished.Length)
            return Verdict.NotYet(FormattableString.Invariant($"{finished.Length} requests have {finished.Length} latencies; your answer has {given?.Length ?? 0}."));

        for (var request = 0; request < given.Length; request++)
        {
            var meant = 1000 * request / rate;
            if (Math.Abs(given[request] - (finished[request] - meant)) > 1e-6)
                return Verdict.NotYet(FormattableString.Invariant(
                    $"Of requests that came {when}, at {rate} a second, number {request} started at {started[request]} and was finished at {finished[request]} ms; your answer says {given[request]:0.##} ms. By the rate alone: when was it meant to start?"));
        }

        return null;
    }

    private static async Task IgnoreAsync(Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // What the work throws may come through.
        }
    }
}
