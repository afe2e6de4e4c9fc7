namespace FetchLab;

public static partial class Check
{
    /// <summary>What two timers together may ring early by the clock that measures them.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(5);

    /// <summary>Asks how many samples a percentile needs, if ten of them are to lie beyond it.</summary>
    /// <param name="samplesFor">From the quantile, such as 0.99, the least number of samples.</param>
    public static Task<Verdict> SamplesFor(Func<double, int>? samplesFor) =>
        JudgeAsync(samplesFor, (answer, _) => Task.FromResult(JudgeSamplesFor(answer)));

    /// <summary>Asks for a percentile by nearest rank that is kept back where fewer than ten samples lie beyond it.</summary>
    /// <param name="percentile">
    /// From latencies in any order and a quantile, such as 0.9: the latency at rank ⌈q·n⌉ from the fastest, from 1; null where
    /// fewer than ten come after it.
    /// </param>
    public static Task<Verdict> Percentile(Func<double[], double, double?>? percentile) =>
        JudgeAsync(percentile, (answer, _) => Task.FromResult(JudgePercentile(answer)));

    /// <summary>Asks for a helper that times all of an async piece of code.</summary>
    /// <param name="timeOf">From the code to time, how long it took until its task had ended.</param>
    public static Task<Verdict> WaitingStopwatch(Func<Func<Task>, Task<TimeSpan>>? timeOf) =>
        JudgeAsync(timeOf, (answer, _) => JudgeStopwatchAsync(answer));

    private static Verdict JudgeSamplesFor(Func<double, int> answer)
    {
        foreach (var quantile in (double[])[0.5, 0.9, 0.99, 0.999])
        {
            var (least, samples) = (Formula.SamplesFor(quantile), answer(quantile));
            if (samples < least)
                return Verdict.NotYet(Text($"Of {samples} samples, fewer than ten lie beyond the {quantile} quantile. Which share of the samples lies beyond it?"));
            // In binary 10/(1−q) may come out a hair above a whole number, and be rounded up.
            if (samples > least + 1)
                return Verdict.NotYet(Text($"{samples} samples for the {quantile} quantile are more than are needed: of how many do ten lie beyond it?"));
        }

        return Verdict.Right("Ten beyond it, at every quantile.");
    }

    private static Verdict JudgePercentile(Func<double[], double, double?> answer)
    {
        (int, double)[] cases = [(100, 0.5), (100, 0.9), (99, 0.9), (1000, 0.99), (101, 0.5), (20, 0.9)];
        foreach (var (samples, quantile) in cases)
        {
            // 1 to n, and not in order: 7 and n have no common factor.
            double[] latencies = [.. Enumerable.Range(0, samples).Select(place => (place * 7L % samples) + 1.0)];
            var rank = (int)Math.Ceiling((decimal)quantile * samples);
            var told = answer(latencies, quantile);
            if (samples - rank < 10 && told is not null)
                return Verdict.NotYet(Text($"A percentile at {quantile} was told from {samples} samples. How many of them lie beyond it, and how many should?"));
            if (samples - rank >= 10 && told is null)
                return Verdict.NotYet(Text($"No percentile at {quantile} was told from {samples} samples, though {samples - rank} lie beyond it."));
            if (told is { } value && Math.Abs(value - rank) > 1e-9)
                return Verdict.NotYet(Text($"Of the latencies 1 to {samples} ms in some order, {told} came for the quantile {quantile}. Are they in order, and is the rank counted from 1?"));
        }

        return Verdict.Right("The nearest rank, and silence where there are too few samples.");
    }

    private static async Task<Verdict> JudgeStopwatchAsync(Func<Func<Task>, Task<TimeSpan>> answer)
    {
        var (part, times, ended) = (TimeSpan.FromMilliseconds(60), 0, false);

        var took = await answer(async () =>
        {
            times++;
            Thread.Sleep(part);
            await Task.Delay(part).ConfigureAwait(false);
            ended = true;
        }).ConfigureAwait(false);

        if (times != 1)
            return Verdict.NotYet($"The code to time was called {times} times, and not once.");
        if (!ended)
            return Verdict.NotYet($"The answer said {took.ToText()}, and the code was still running: it had returned, but at its first wait. What tells when its task has ended?");
        return took >= (2 * part) - Early
            ? Verdict.Right($"{took.ToText()}, from the first instruction to the end of the task.")
            : Verdict.NotYet($"The code takes at least {(2 * part).ToText()}, and {took.ToText()} were measured. Part of it runs before it returns its task: was the clock running by then?");
    }
}
