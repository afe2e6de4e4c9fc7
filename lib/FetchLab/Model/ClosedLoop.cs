namespace FetchLab;

/// <summary>Workers that each have one page in flight: the first ones start at once, the others wait for a worker.</summary>
internal sealed class ClosedLoop(int workers) : ILoop
{
    public bool WorkersGoOn => true;

    public long StartOf(int page) => page < workers ? 0 : long.MaxValue;
}
