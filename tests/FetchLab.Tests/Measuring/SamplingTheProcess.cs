using System.Diagnostics;

namespace FetchLab.Tests.Measuring;

public sealed class SamplingTheProcess
{
    private static readonly double[] Waves = [0, 3, -3, 0, 3, -3, 0, 3, -3, 0];

    [Fact]
    public void ASlope_IsThatOfTheLeastSquaresLine()
    {
        var slope = SlopeThrough(Enumerable.Range(0, 10).Select(i => 1e12 + (400.0 * i)));

        // A look every 10 ms, 400 bytes more at each.
        Assert.Equal(40_000, slope!.Value, precision: 3);
    }

    /// <remarks>Times −45 … 45 ms about their mean, values as listed: Σ t·v = −90 ms, Σ t² = 8250 ms².</remarks>
    [Fact]
    public void ASlope_WeighsEveryValue() =>
        Assert.Equal(-90 / 8.25, SlopeThrough(Waves)!.Value, precision: 9);

    [Fact]
    public void ASlope_NeedsTenValues_AtDifferentTimes()
    {
        var standing = new Slope();
        for (var i = 0; i < 20; i++)
            standing.Add(TimeSpan.FromSeconds(1), i);

        Assert.Null(SlopeThrough(Enumerable.Repeat(1.0, 9)));
        Assert.Equal(0, SlopeThrough(Enumerable.Repeat(1.0, 10)));
        Assert.Null(standing.PerSecond);
    }

    [Fact]
    public void TheProcessStatus_AgreesWithTheSystemsOwnAccount()
    {
        using var status = new ProcessStatus();
        using var process = Process.GetCurrentProcess();

        var (threads, resident) = status.Read();

        Assert.InRange(threads, process.Threads.Count / 2, process.Threads.Count * 2);
        Assert.InRange(resident, process.WorkingSet64 / 2, process.WorkingSet64 * 2);
    }

    /// <remarks>What is kept cannot be collected, so that it shows however much garbage there was before.</remarks>
    [Fact]
    public void MemoryThatIsKept_ShowsInThePeak()
    {
        var before = GC.GetTotalMemory(forceFullCollection: false);
        using var sampler = new ProcessSampler();
        var kept = new List<byte[]>();

        while (sampler.Read().Memory.PeakManagedBytes < before + 10_000_000 && kept.Count < 300)
        {
            kept.Add(GC.AllocateUninitializedArray<byte>(1_000_000));
            Thread.Sleep(10);
        }

        var (threads, memory) = sampler.Read();
        GC.KeepAlive(kept);
        Assert.True(memory.PeakManagedBytes >= before + 10_000_000);
        Assert.True(memory.PeakResidentBytes > 0);
        Assert.True(threads > 1);
    }

    [Fact]
    public async Task ARun_TellsItsMemory()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);

        var run = await Fetch.OneAtATime.RunAsync(server.Pages(1), options: null, TestContext.Current.CancellationToken);

        Assert.True(run.Memory!.PeakManagedBytes > 0);
        Assert.True(run.Memory.PeakResidentBytes > run.Memory.PeakManagedBytes / 2);
    }

    private static double? SlopeThrough(IEnumerable<double> values)
    {
        var slope = new Slope();
        foreach (var (i, value) in values.Index())
            slope.Add(TimeSpan.FromMilliseconds(10 * i), value);
        return slope.PerSecond;
    }
}
