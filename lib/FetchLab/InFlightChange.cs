namespace FetchLab;

/// <summary>From when on how many requests were in flight: the next change ends it.</summary>
/// <param name="At">The instant, from the start of the run.</param>
/// <param name="InFlight">The requests in flight from then on.</param>
public readonly record struct InFlightChange(TimeSpan At, int InFlight);
