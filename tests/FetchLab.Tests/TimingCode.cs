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
}
