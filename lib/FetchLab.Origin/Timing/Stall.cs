namespace FetchLab.Origin;

/// <summary>A time in which the origin stands still: no service goes on in it and no reply leaves.</summary>
/// <param name="From">The moment at which it begins.</param>
/// <param name="Until">The moment at which it is over; the same as <paramref name="From"/> if there is none.</param>
internal readonly record struct Stall(long From, long Until)
{
    /// <summary>The moment itself, or the end of the stall that it falls into.</summary>
    public long Defer(long moment) => moment >= From && moment < Until ? Until : moment;

    /// <summary>When work that begins at a moment is done, if it rests during the stall.</summary>
    public long Finish(long start, long work) => start < From && start + work > From ? start + work + (Until - From) : start + work;
}
