namespace FetchLab;

/// <summary>
/// The headers that client and origin agree on. The origin has its own copy: it shares no code with its client.
/// </summary>
internal static class OriginHeaders
{
    /// <summary>Request: which run it belongs to.</summary>
    public const string Run = "FetchLab-Run";

    /// <summary>Request: which page of the run it asks for.</summary>
    public const string Record = "FetchLab-Record";

    /// <summary>Request: which attempt at its page it is, from 2; the first does not say.</summary>
    public const string Attempt = "FetchLab-Attempt";

    /// <summary>Reply: how long the origin held it, in milliseconds.</summary>
    public const string Held = "FetchLab-Held-Ms";

    /// <summary>Reply: how much of that it waited for a slot, in milliseconds.</summary>
    public const string Queue = "FetchLab-Queue-Ms";

    /// <summary>Reply: how much of that it had a slot, in milliseconds.</summary>
    public const string Service = "FetchLab-Service-Ms";

    /// <summary>Reply: the id of the connection that it came on.</summary>
    public const string Connection = "FetchLab-Connection";

    /// <summary>How long to wait from <paramref name="now"/>, by the standard header; it gives seconds, or a date.</summary>
    public static TimeSpan? ReadRetryAfter(HttpResponseMessage? response, DateTimeOffset now)
    {
        var wait = response?.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - now : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
