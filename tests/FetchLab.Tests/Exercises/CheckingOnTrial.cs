namespace FetchLab.Tests.Exercises;

public sealed class CheckingOnTrial
{
    [Fact]
    public async Task SerialShare_OfTheLesson_IsRight() =>
        Assert.True((await Check.SerialShare((alone, shared, w) => (shared / alone - 1.0 / w) / (1 - 1.0 / w))).IsRight);

    public static TheoryData<Func<double, double, int, double>, string> WrongShares => new()
    {
        { (alone, shared, _) => shared / alone, "For 10 s alone and 1 s on 10 workers your answer says 0.1." },
        { (alone, shared, _) => (shared / alone - 0.1) / 0.9, "For 8 s alone and 5 s on 4 workers your answer says 0.58. Which number of workers" },
        { (alone, shared, w) => 1 - (alone / shared - 1) / (w - 1), "For 36 s alone and 22.1 s on 10 workers your answer says 0.93. Write Amdahl's law" },
    };

    [Theory]
    [MemberData(nameof(WrongShares), DisableDiscoveryEnumeration = true)]
    public async Task SerialShare_ThatIsWrong_MeetsAHint(Func<double, double, int, double> answer, string hint) =>
        AssertNotYet(await Check.SerialShare(answer), hint);

    [Fact]
    public async Task HostOrder_OfTheLesson_IsRight()
    {
        var verdict = await Check.HostOrder(list => list.OrderBy(page => page.Host));

        Assert.StartsWith("✓ Right. Ten threads take 22.", verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Func<IReadOnlyList<Page>, IEnumerable<Page>>, string> WrongOrders => new()
    {
        { list => list, "Ten threads take 14.3 s, as if both hosts were busy all the time." },
        { list => list.Reverse(), "Ten threads take 14.3 s" },
        { list => list.Chunk(50).SelectMany(pages => pages.OrderBy(page => page.Host)), "and the tutorial's took 22.1. When does" },
        { list => list.Where(page => page.Host == "apple"), "yours has 50 different ones of 50." },
        { list => list.Where(page => page.Host == "apple").SelectMany(page => new[] { page, page }), "yours has 50 different ones of 100." },
    };

    [Theory]
    [MemberData(nameof(WrongOrders), DisableDiscoveryEnumeration = true)]
    public async Task HostOrder_ThatIsAnother_MeetsAHint(Func<IReadOnlyList<Page>, IEnumerable<Page>> answer, string hint) =>
        AssertNotYet(await Check.HostOrder(answer), hint);

    [Fact]
    public async Task TellApart_OfTheLesson_IsRight()
    {
        var verdict = await Check.TellApart(seconds => seconds(40) > 1.2 * seconds(4) ? "link" : "lock");

        Assert.Equal("✓ Right. 6 programs, each told apart by at most 3 measurements.", verdict.ToString());
    }

    public static TheoryData<Func<Func<int, double>, string>, string> WrongJudges => new()
    {
        { seconds => seconds(10) > 20 ? "link" : "lock", "One of the programs suffers from the lock, and your answer was 'link'." },
        { seconds => seconds(10) > 1.2 * seconds(1) ? "link" : "lock", "One of the programs suffers from the link, and your answer was 'lock'. More threads" },
        { seconds => Enumerable.Range(1, 20).Select(seconds).ToList() is var all && all[^1] > all.Min() * 1.2 ? "link" : "lock", "It took 20 measurements" },
        { _ => "lock", "and your answer was 'lock'" },
    };

    [Theory]
    [MemberData(nameof(WrongJudges), DisableDiscoveryEnumeration = true)]
    public async Task TellApart_ThatIsWrong_MeetsAHint(Func<Func<int, double>, string> answer, string hint) =>
        AssertNotYet(await Check.TellApart(answer), hint);

    private static void AssertNotYet(Verdict verdict, string hint)
    {
        Assert.False(verdict.IsRight);
        Assert.Contains(hint, verdict.Sentence, StringComparison.Ordinal);
    }
}
