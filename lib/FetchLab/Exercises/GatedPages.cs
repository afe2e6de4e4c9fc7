namespace FetchLab;

/// <summary>Pages for an exercise that come when all of them were asked for: the last one first.</summary>
/// <param name="pages">How many have to be asked for.</param>
/// <param name="patience">After so long the pages come anyway.</param>
internal sealed class GatedPages(int pages, TimeSpan patience)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TaskCompletionSource> _turns = [];
    private int _now;

    /// <summary>How many fetches began.</summary>
    public int Fetched { get; private set; }

    /// <summary>The most that were under way at once.</summary>
    public int Peak { get; private set; }

    public static string TextOf(string address) => $"the text of {address}";

    public async Task<string> FetchAsync(string address)
    {
        var turn = Enter();
        await Task.WhenAny(_open.Task, Task.Delay(patience)).ConfigureAwait(false);
        _open.TrySetResult();
        // Each lets the one before it go, so that they end in the opposite order.
        await turn.After.ConfigureAwait(false);
        Leave();
        turn.Own.TrySetResult();
        return TextOf(address);
    }

    private (TaskCompletionSource Own, Task After) Enter()
    {
        lock (_turns)
        {
            Peak = Math.Max(Peak, ++_now);
            if (++Fetched == pages)
                _open.TrySetResult();
            var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _turns.Add(own);
            return (own, AfterAsync(Fetched - 1));
        }
    }

    private async Task AfterAsync(int place)
    {
        await _open.Task.ConfigureAwait(false);
        Task after;
        lock (_turns)
            after = place + 1 < _turns.Count ? _turns[place + 1].Task : Task.CompletedTask;
        await after.ConfigureAwait(false);
    }

    private void Leave()
    {
        lock (_turns)
            _now--;
    }
}
