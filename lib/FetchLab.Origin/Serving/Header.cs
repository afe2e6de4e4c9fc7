namespace FetchLab.Origin;

/// <summary>The headers that client and origin agree on.</summary>
internal static class Header
{
    public const string Run = "FetchLab-Run";
    public const string Attempt = "FetchLab-Attempt";
    public const string Held = "FetchLab-Held-Ms";
    public const string Queue = "FetchLab-Queue-Ms";
    public const string Service = "FetchLab-Service-Ms";
    public const string Connection = "FetchLab-Connection";
    public const string RetryAfter = "FetchLab-Retry-After-Ms";
}
