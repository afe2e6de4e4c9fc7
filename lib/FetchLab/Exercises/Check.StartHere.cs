namespace FetchLab;

public static partial class Check
{
    /// <summary>Lesson 00: a page of 40 ms of latency, 10 ms of service and 5000 bytes.</summary>
    /// <param name="answer">What such a page is like. It is fetched once, in virtual time.</param>
    public static Task<Verdict> Knobs(Func<PageSpec>? answer) => JudgeAsync(answer, async (spec, stop) =>
    {
        var site = new VirtualSite();
        var run = await site.RunAsync(Fetch.OneAtATime, site.Pages(1, spec()), cancellationToken: stop).ConfigureAwait(false);
        var page = run.Records[0];
        var service = page.ServiceAtOrigin ?? TimeSpan.Zero;

        if (page.Duration != TimeSpan.FromMilliseconds(50))
            return Verdict.NotYet($"The page is to take 50 ms, and takes {page.Duration.ToText()}. Two knobs add up to its time.");
        if (service != TimeSpan.FromMilliseconds(10))
            return Verdict.NotYet($"It takes 50 ms, but holds one of the server's slots for {service.ToText()} of them, and 10 ms were asked. Which knob holds a slot?");
        return page.Bytes == 5000
            ? Verdict.Right("40 ms of latency, 10 ms of service, 5000 bytes.")
            : Verdict.NotYet($"The times are right. The body has {page.Bytes} bytes, and was to have 5000.");
    });

    /// <summary>Lesson 00: what a fetch took beyond the time that the origin held its reply.</summary>
    /// <param name="answer">From a record to that time; nothing where the reply did not say how long it was held.</param>
    public static Task<Verdict> Overhead(Func<FetchRecord, TimeSpan?>? answer) => JudgeAsync(answer, (overhead, _) =>
    {
        var record = new FetchRecord
        {
            Index = 0,
            Url = new Uri("http://virtual.invalid/apple/0"),
            Worker = 0,
            ProcessId = 1,
            ThreadIdAtStart = 1,
            ThreadIdAtEnd = 1,
            Queued = TimeSpan.FromMilliseconds(90),
            Started = TimeSpan.FromMilliseconds(100),
            Headers = TimeSpan.FromMilliseconds(152),
            Finished = TimeSpan.FromMilliseconds(153),
            Held = TimeSpan.FromMilliseconds(50),
        };
        var said = overhead(record);
        if (said != TimeSpan.FromMilliseconds(3))
            return Task.FromResult(Verdict.NotYet(
                $"A fetch began at 100 ms and ended at 153 ms, and its reply was held for 50 ms: what is left is 3 ms, but it says {said?.ToText() ?? "nothing"}. From which instant do you count, and to which?"));

        var silent = overhead(record with { Held = null });
        return Task.FromResult(silent is null
            ? Verdict.Right("3 ms were not the origin's, and where nobody knows, it says nothing.")
            : Verdict.NotYet($"A reply that does not say how long it was held gives {silent.Value.ToText()}. Zero is a number too: what stands for not knowing?"));
    });
}
