using System.Diagnostics;
using System.Globalization;
using FetchLab.Tests.Origin;

namespace FetchLab.Tests.Disasters;

/// <summary>No disaster outlives its parent, its caller or its deadline.</summary>
public sealed class EndingDisasters
{
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AParentThatIsKilled_TakesItsDisasterWithIt()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "FetchLab.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[DisasterParent.Switch] = DisasterPath.Value;
        using var parent = Process.Start(start)!;
        var disaster = int.Parse((await parent.StandardOutput.ReadLineAsync(Cancelled))!, CultureInfo.InvariantCulture);
        Assert.True(LivingProcess.Runs(disaster));

        parent.Kill();
        await parent.WaitForExitAsync(Cancelled);

        Assert.True(await LivingProcess.IsGoneSoonAsync(disaster), $"disaster {disaster} outlived its parent");
    }

    [Fact]
    public async Task ACellThatIsStopped_EndsItAtOnce()
    {
        using var stop = new CancellationTokenSource();
        int? id = null;

        var run = DisasterProcess.RunAsync(
            Disaster.ResultOnTheLoop, _long, path: DisasterPath.Value, started: process => id = process, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(await LivingProcess.IsGoneSoonAsync(id!.Value));
    }

    [Fact]
    public async Task OneThatHangs_IsEndedAtItsDeadline_WithWhatItHadSaid()
    {
        var run = await DisasterProcess.RunAsync(
            Disaster.ResultOnTheLoop, TimeSpan.FromSeconds(1), new() { WaitMs = 5 }, DisasterPath.Value, cancellationToken: Cancelled);

        Assert.True(run.Hung);
        Assert.Equal(TimeSpan.FromSeconds(1), run.Took);
        Assert.False(LivingProcess.Runs(run.ProcessId));
    }

    [Theory]
    [InlineData(0, 3000, 8, "the count of a disaster must be at least 1, but was 0; try 10.")]
    [InlineData(20, -1, 8, "the wait of a disaster in ms must be from 0 to 60000, but was -1; try 3000.")]
    [InlineData(20, 3000, 0, "the deadline in seconds must be from 0.1 to 600, but was 0; try 8.")]
    public async Task BadSizes_AreRefused(int count, int waitMs, double deadline, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<FetchLabException>(() => DisasterProcess.RunAsync(
            Disaster.SleepOnThePool, TimeSpan.FromSeconds(deadline), new() { Count = count, WaitMs = waitMs }, DisasterPath.Value, cancellationToken: Cancelled));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public async Task OneThatIsNotBuilt_SaysHow()
    {
        var refusal = await Assert.ThrowsAsync<FetchLabException>(() =>
            DisasterProcess.RunAsync(Disaster.LostUpdates, _long, path: "/nowhere.dll", cancellationToken: Cancelled));

        Assert.Equal("the disasters are not built: there is no '/nowhere.dll'; run `dotnet build` at the root of the project.", refusal.Message);
    }
}
