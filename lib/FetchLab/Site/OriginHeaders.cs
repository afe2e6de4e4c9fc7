using System.Globalization;

namespace FetchLab;

/// <summary>
/// The headers that client and origin agree on. The origin has its own copy: it shares no code with its client.
/// </summary>
internal static class OriginHeaders
{
    /// <summary>Request: which run it belongs to, and which of its pages it asks for: <c>run/page</c>.</summary>
    /// <remarks>One header for both: each more is a fiftieth of what a request to this machine costs.</remarks>
    public const string Run = "FetchLab-Run";

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

    /// <summary>The value of <see cref="Run"/>.</summary>
    public static string RunOf(string run, int page) => string.Create(CultureInfo.InvariantCulture, $"{run}/{page}");

    /// <summary>How long to wait from <paramref name="now"/>, by the standard header; it gives seconds, or a date.</summary>
    public static TimeSpan? ReadRetryAfter(HttpResponseMessage? response, DateTimeOffset now)
    {
        var wait = response?.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - now : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
