namespace FetchLab;

/// <summary>Something that happens to a page: it comes to the server's queue, or it leaves the server.</summary>
/// <param name="Turn">When, and whose turn it is among events of that instant.</param>
/// <param name="Worker">The worker that fetches the page.</param>
/// <param name="Started">When its fetch started, in ticks.</param>
internal readonly record struct ModelEvent(Turn Turn, int Worker, long Started)
{
    public long At => Turn.At;

    public int Page => Turn.Page;
}
