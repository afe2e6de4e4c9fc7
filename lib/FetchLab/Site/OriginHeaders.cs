using System.Globalization;

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

    /// <summary>Reply: how long the origin held it, in milliseconds.</summary>
    public const string Held = "FetchLab-Held-Ms";

    public static TimeSpan? ReadHeld(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues(Held, out var values)
            && double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < 1e9
            ? new TimeSpan((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
}
