namespace FetchLab;

/// <summary>What an origin says that it is like. Bandwidth, rate and slots are 0 where there is no limit.</summary>
/// <param name="Name">The profile's name; parts of it may have been changed at the start.</param>
/// <param name="Seed">What every attempt's luck hangs on, with its page and number.</param>
/// <param name="Slots">How many requests all hosts serve at a time.</param>
/// <param name="LinkBytesPerSecond">The bandwidth that all bodies share.</param>
/// <param name="Rate">How many requests a second a run may make.</param>
/// <param name="Burst">How many of them may come at once.</param>
/// <param name="StallAtMs">When it stands still, from a run's first request.</param>
/// <param name="StallMs">For how long it then stands still.</param>
/// <param name="ConnectMs">What a new connection costs; the client adds it, see <see cref="FetchOptions.ConnectDelay"/>.</param>
/// <param name="ClientWork">What the client works on each page, see <see cref="FetchOptions.ClientWork"/>.</param>
/// <param name="Threads">What a strategy with threads pays for each page, see <see cref="FetchOptions.ThreadCosts"/>.</param>
/// <param name="Hosts">The hosts, by name.</param>
public sealed partial record OriginProfile(
    string Name,
    int Seed,
    int Slots,
    double LinkBytesPerSecond,
    double Rate,
    int Burst,
    double StallAtMs,
    double StallMs,
    double ConnectMs,
    OriginClientWork ClientWork,
    OriginThreadCosts Threads,
    IReadOnlyDictionary<string, OriginHost> Hosts);
