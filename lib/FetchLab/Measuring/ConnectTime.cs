namespace FetchLab;

/// <summary>When the making of a connection began and ended, as timestamps of the run's clock.</summary>
internal sealed record ConnectTime(long Begun, long Made);
