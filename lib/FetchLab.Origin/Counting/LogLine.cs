namespace FetchLab.Origin;

/// <summary>What happened to one request for a page. Moments and times in ms; moments count from the origin's start.</summary>
/// <param name="Run">The client's id of the run; null without one.</param>
/// <param name="Record">The client's id of the record; null without one.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Connection">The origin's id of the connection.</param>
/// <param name="Host">The page's host; null if the request asked for none.</param>
/// <param name="Index">The page's index.</param>
/// <param name="Arrival">When the request arrived.</param>
/// <param name="AskedLatency">The latency that was drawn for this attempt.</param>
/// <param name="AskedService">The service that was drawn for this attempt.</param>
/// <param name="Held">From the arrival to the reply: gate, latency, queue and service.</param>
/// <param name="Queue">The wait for a slot.</param>
/// <param name="Service">The time in a slot.</param>
/// <param name="Status">The reply's status; 0 where none was sent.</param>
/// <param name="Fate">How the origin let the attempt end; null where it refused the request.</param>
/// <param name="Left">When the last byte was about to leave, or the request was given up.</param>
internal readonly record struct LogLine(
    string? Run,
    int? Record,
    int Attempt,
    string Connection,
    string? Host,
    int? Index,
    double Arrival,
    double AskedLatency,
    double AskedService,
    double Held,
    double Queue,
    double Service,
    int Status,
    Fate? Fate,
    double Left);
