namespace FetchLab;

public static partial class Check
{
    /// <summary>Judges a formula for the number of requests in flight from which on more of them bring nothing.</summary>
    /// <param name="answer">From K, ℓ in ms and s in ms to C*.</param>
    public static Task<Verdict> Knee(Func<int, double, double, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (Slots: 4, Latency: 0.0, Service: 10.0, Hint: "Without latency a request is always at a slot or in the queue: how many can be served?"),
            (Slots: 4, Latency: 40.0, Service: 10.0, Hint: "While one request is on its way, a slot can serve another. How many requests does it take to keep one slot busy?"),
            (Slots: 8, Latency: 30.0, Service: 15.0, Hint: "Try your formula with one slot first, then with eight."),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"{one.Slots} slots, {one.Latency} ms of latency and {one.Service} ms of service"),
            formula(one.Slots, one.Latency, one.Service),
            Formula.Knee(one.Slots, TimeSpan.FromMilliseconds(one.Latency), TimeSpan.FromMilliseconds(one.Service)),
            one.Hint)),
        "Three servers, with and without latency.")));

    /// <summary>Judges a formula for the throughput that C requests in flight reach.</summary>
    /// <param name="answer">From C, K, ℓ in ms and s in ms to pages a second.</param>
    public static Task<Verdict> Throughput(Func<int, int, double, double, double>? answer) => JudgeAsync(answer, (formula, _) => Task.FromResult(NumberCase.Judge(
        new[]
        {
            (InFlight: 1, Hint: "One request after the other: how many fit into a second?"),
            (InFlight: 10, Hint: "Nobody waits for a slot yet, so each request goes at its own pace."),
            (InFlight: 64, Hint: "All slots are busy now. What does one of them finish in a second?"),
        }.Select(one => new NumberCase(
            FormattableString.Invariant($"{one.InFlight} in flight on 4 slots, 40 ms of latency and 10 ms of service"),
            formula(one.InFlight, 4, 40, 10),
            one.InFlight / Formula.SteadyLatency(one.InFlight, TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(10), 4).TotalSeconds,
            one.Hint)),
        "Below the knee and beyond it.")));
}
