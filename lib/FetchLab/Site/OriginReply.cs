using System.Globalization;

namespace FetchLab;

/// <summary>What a reply's headers say of the origin's side; null where they do not.</summary>
internal readonly struct OriginReply
{
    private const string Prefix = "FetchLab-";

    /// <summary>Goes through the headers once: looking each of them up takes several times as long.</summary>
    public OriginReply(HttpResponseMessage response)
    {
        foreach (var header in response.Headers.NonValidated)
        {
            if (!header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            if (Is(header.Key, OriginHeaders.Connection))
                Connection = header.Value.ToString();
            else if (Is(header.Key, OriginHeaders.Held))
                Held = Time(header.Value.ToString());
            else if (Is(header.Key, OriginHeaders.Queue))
                Queue = Time(header.Value.ToString());
            else if (Is(header.Key, OriginHeaders.Service))
                Service = Time(header.Value.ToString());
        }
    }

    /// <summary>The id of the connection that it came on.</summary>
    public string? Connection { get; }

    /// <summary>How long it was held.</summary>
    public TimeSpan? Held { get; }

    /// <summary>How much of that it waited for a slot.</summary>
    public TimeSpan? Queue { get; }

    /// <summary>How much of that it had a slot.</summary>
    public TimeSpan? Service { get; }

    private static bool Is(string key, string header) => key.Equals(header, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? Time(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < 1e9
            ? new TimeSpan((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
}
