namespace FetchLab;

/// <summary>What a <see cref="VirtualClock"/> does at an instant, once. The clock's lock guards what changes.</summary>
internal sealed class Alarm(Action ring)
{
    /// <summary>Whether somebody waits for this alarm itself, who counts as waiting until it rings.</summary>
    public bool Sleeping { get; init; }

    /// <summary>Whether it rang or was taken back.</summary>
    public bool Taken { get; set; }

    public void Ring() => ring();
}
