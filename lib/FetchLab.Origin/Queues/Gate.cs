using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>
/// Holds a run's replies until so many of its requests are in at once, at most 2 s. Then it stays open: the last requests of a
/// run are fewer than that, and would wait for others that do not come.
/// </summary>
internal sealed class Gate(AlarmClock clock)
{
    private const double MostMs = 2000;

    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _in;

    public async ValueTask PassAsync(int count, CancellationToken aborted)
    {
        if (_opened.Task.IsCompleted)
            return;

        var place = Interlocked.Increment(ref _in);
        try
        {
            if (place >= count)
                _opened.TrySetResult();
            else if (place == 1)
                _ = OpenAtLastAsync();
            await _opened.Task.WaitAsync(aborted);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _in);
            throw;
        }
    }

    private async Task OpenAtLastAsync()
    {
        await clock.UntilAsync(Stopwatch.GetTimestamp() + Clock.Ticks(MostMs), CancellationToken.None);
        _opened.TrySetResult();
    }
}
