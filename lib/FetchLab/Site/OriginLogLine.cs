namespace FetchLab;

/// <summary>
/// What the origin noted of one request. Times are in ms; <see cref="Arrival"/> and <see cref="Left"/> count from the origin's
/// start. <see cref="Run"/>, <see cref="Record"/> and <see cref="Attempt"/> join it with the client's own record.
/// </summary>
/// <param name="Run">The run's id; null if the client gave none.</param>
/// <param name="Record">The record's place in the run; null if the client gave none.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Connection">The origin's id of the connection.</param>
/// <param name="Host">The page's host; null if no page was asked for.</param>
/// <param name="Index">The page's index; null if no page was asked for.</param>
/// <param name="Arrival">When it arrived.</param>
/// <param name="AskedLatency">The latency that was drawn for it.</param>
/// <param name="AskedService">The service that was drawn for it.</param>
/// <param name="Held">From arrival to reply.</param>
/// <param name="Queue">The wait for a slot.</param>
/// <param name="Service">The time in a slot.</param>
/// <param name="Status">The reply's status; 0 where none was sent.</param>
/// <param name="Fate">How it was to end: page, error, reset, hang or truncated; null where it was refused.</param>
/// <param name="Left">When its last byte was about to leave, or it was given up.</param>
public sealed record OriginLogLine(
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
    string? Fate,
    double Left);
