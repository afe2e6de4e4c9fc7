namespace FetchLab;

/// <summary>Work that is handed to an answer many times at once, and goes on when it may: who is let in is no luck.</summary>
internal sealed class HeldWork
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<bool>[] _calls;
    private int _started;

    /// <param name="answer">Does the work, or turns it away and says false.</param>
    /// <param name="calls">How many pieces of work there are.</param>
    public HeldWork(Func<Func<Task>, Task<bool>> answer, int calls) =>
        _calls = [.. Enumerable.Range(0, calls).Select(_ => answer(WorkAsync))];

    /// <summary>The pieces of work that were begun.</summary>
    public int Started => Volatile.Read(ref _started);

    /// <summary>What to think about where not just so many were let in, and the others turned away at once; null where it is so.</summary>
    public async Task<string?> HintAsync(int permitted, TimeSpan atOnce)
    {
        if (Started <= permitted)
            await Task.WhenAny(TurnedAwayAsync(_calls.Length - permitted), Task.Delay(atOnce)).ConfigureAwait(false);
        var (started, waiting) = (Started, _calls.Count(call => !call.IsCompleted) - Started);
        await EndAsync().ConfigureAwait(false);
        var done = _calls.Count(call => call.Result);
        return FormattableString.Invariant($"{_calls.Length} pieces of work came at once, and ") switch
        {
            var came when started > permitted => FormattableString.Invariant($"{came}{started} were under way, where {permitted} may be. Who counts them, and is it the same one for all?"),
            var came when waiting > 0 => FormattableString.Invariant($"{came}{waiting} waited for their turn. They are to be told no at once: which way to ask for a place does not wait?"),
            var came when started < permitted => FormattableString.Invariant($"{came}{started} were let in, where {permitted} may be."),
            var came when done != permitted => FormattableString.Invariant($"{came}{started} were done, but {done} callers were told so."),
            _ => null,
        };
    }

    /// <summary>Lets all go on, and waits until nobody waits any more.</summary>
    public Task EndAsync()
    {
        _open.TrySetResult();
        return Task.WhenAll(_calls);
    }

    private Task WorkAsync()
    {
        Interlocked.Increment(ref _started);
        return _open.Task;
    }

    private async Task TurnedAwayAsync(int count)
    {
        for (var pending = _calls.ToList(); pending.Count > _calls.Length - count;)
            pending.Remove(await Task.WhenAny(pending).ConfigureAwait(false));
    }
}
