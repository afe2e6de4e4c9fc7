namespace FetchLab;

/// <summary>One who waits for a <see cref="VirtualClock"/>, a task or a thread alike, until it is woken or cancelled.</summary>
/// <param name="clock">The clock.</param>
/// <param name="ended">What is to happen once, after the wait has ended and before anybody goes on because of it.</param>
internal sealed class Waiter(VirtualClock clock, Action? ended = null)
{
    // Whoever wakes it rings alarms, and must not be kept from the next by what the woken one does.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the wait.</summary>
    public Task Done => _done.Task;

    /// <summary>Whether it waits no more. The clock's lock guards it.</summary>
    public bool Over { get; set; }

    public void Wake()
    {
        if (End())
            _done.SetResult();
    }

    public void Cancel()
    {
        if (End())
            _done.SetCanceled();
    }

    public void Fail(Exception why)
    {
        if (End())
            _done.SetException(why);
    }

    private bool End()
    {
        if (!clock.Leave(this))
            return false;
        ended?.Invoke();
        return true;
    }
}
