namespace FetchLab;

/// <summary>One page to fetch.</summary>
/// <param name="Index">The page's place in the list, from 0; a record keeps it.</param>
/// <param name="Host">The name of the host that the page belongs to, such as <c>apple</c>.</param>
/// <param name="Url">The absolute address.</param>
/// <param name="Latency">The latency that the origin is asked to hold the reply for; predictions before a run use it.</param>
public sealed record Page(int Index, string Host, Uri Url, TimeSpan Latency);
