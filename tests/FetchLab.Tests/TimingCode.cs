namespace FetchLab.Tests;

public sealed class TimingCode
{
    [Fact]
    public async Task AnAction_IsTimedToItsReturn_AndAnAsyncLambdaReturnsAtItsFirstWait()
    {
        var (gate, ended) = (new TaskCompletionSource(), new TaskCompletionSource());

        var synchronous = Timing.Of(async () =>
        {
            await gate.Task;
            ended.SetResult();
        });

        Assert.False(ended.Task.IsCompleted);
        Assert.True(synchronous >= TimeSpan.Zero);
        gate.SetResult();
        await ended.Task;
    }

    [Fact]
    public async Task AnAsyncLambda_IsTimedToItsEnd()
    {
        var gate = new TaskCompletionSource();

        var whole = Timing.OfAsync(() => gate.Task);

        Assert.False(whole.IsCompleted);
        gate.SetResult();
        Assert.True(await whole > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(new[] { 50, 20, 10, 10, 10, 5 }, 0, 10, 5)]
    [InlineData(new[] { 50, 49, 20, 21, 20, 5 }, 0, 20, 5)]
    [InlineData(new[] { 50, 50, 50, 50, 10, 10, 10, 5 }, 4, 10, 7)]
    [InlineData(new[] { 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 }, 0, 1, 15)]
    public async Task Warm_IsTheLeast_OnceTwoRoundsWereInVain_AndNothingWasCompiled(int[] rounds, int compiling, int least, int expected)
    {
        var (calls, pauses) = (0, 0);

        // The first of each round's twenty is the slowest.
        var warm = await Timing.WarmAsync(
            () => TimeSpan.FromMilliseconds(rounds[calls / 20] + (calls++ % 20 == 0 ? 100 : 0)),
            () =>
            {
                pauses++;
                return Task.CompletedTask;
            },
            () => 50 * Math.Min(pauses, compiling));

        Assert.Equal((least, expected, 20 * expected), ((int)warm.TotalMilliseconds, pauses, calls));
    }
}
