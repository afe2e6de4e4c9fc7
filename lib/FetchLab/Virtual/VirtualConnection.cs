namespace FetchLab;

/// <summary>A connection to a virtual origin, as one request has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Delay">How long it takes to make; zero where it is there.</param>
/// <param name="Made">Told when it was made; null where it was there.</param>
/// <param name="Release">Lets the next request have it.</param>
internal sealed record VirtualConnection(int Id, TimeSpan Delay, Action<ConnectTime>? Made, Action Release);
