namespace FetchLab.Tests.Exercises;

public sealed class CheckingSideBySide
{
    [Fact]
    public async Task ConnectionLimit_OfTheLesson_IsRight() =>
        Assert.True((await Check.ConnectionLimit((n, ms, limit) => ms * Math.Ceiling((double)n / (limit == 0 ? n : limit)))).IsRight);

    public static TheoryData<Func<int, double, int, double>, string> WrongLimits => new()
    {
        { (_, ms, _) => ms, "For 150 pages of 50 ms and a limit of 100 your answer says 50. A hundred connections are busy" },
        { (n, ms, limit) => ms * Math.Ceiling((double)n / limit), "and a limit of 0 your answer says" },
        { (n, ms, limit) => limit == 0 ? ms : ms * Math.Max(1, n / limit), "For 150 pages of 50 ms and a limit of 100 your answer says 50." },
        { (n, ms, limit) => limit == 0 ? ms : ms * n / limit, "For 150 pages of 50 ms and a limit of 100 your answer says 75." },
    };

    [Theory]
    [MemberData(nameof(WrongLimits), DisableDiscoveryEnumeration = true)]
    public async Task ConnectionLimit_ThatIsWrong_MeetsAHint(Func<int, double, int, double> answer, string hint) =>
        AssertNotYet(await Check.ConnectionLimit(answer), hint);

    [Fact]
    public async Task PeakOfLog_OfTheLesson_IsRight() => Assert.True((await Check.PeakOfLog(log => log
        .Select(one => log.Count(other => other.Start <= one.Start && one.Start < other.End)).DefaultIfEmpty().Max())).IsRight);

    public static TheoryData<Func<IReadOnlyList<(double Start, double End)>, int>, string> WrongPeaks => new()
    {
        { log => log.Count, "For three requests, one after the other your answer says 3." },
        { log => log.Max(one => log.Count(other => other.Start <= one.End && one.Start <= other.End)), "For three requests, one after the other your answer says 3." },
        { log => log.Max(one => log.Count(other => other.Start < one.End && one.Start < other.End)), "For a long request over three short ones your answer says 4." },
        { log => Enumerable.Range(1, log.Count - 1).Count(place => log[place].Start < log[place - 1].End) + 1, "your answer says" },
    };

    [Theory]
    [MemberData(nameof(WrongPeaks), DisableDiscoveryEnumeration = true)]
    public async Task PeakOfLog_ThatIsWrong_MeetsAHint(Func<IReadOnlyList<(double Start, double End)>, int> answer, string hint) =>
        AssertNotYet(await Check.PeakOfLog(answer), hint);

    private static void AssertNotYet(Verdict verdict, string hint)
    {
        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
