using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FetchLab.Origin;

/// <summary>A page that was asked for: <c>/{host}/{index}?latencyMs=…&amp;bytes=…</c>.</summary>
internal sealed record PageRequest(string Host, int Index, TimeSpan Latency, int Bytes)
{
    /// <summary>The latency as <see cref="Stopwatch.GetTimestamp"/> counts, rounded up: a reply is never early.</summary>
    public long LatencyTicks => (long)Math.Ceiling(Latency.TotalSeconds * Stopwatch.Frequency);

    private const double MostLatency = 60_000;
    private const int MostBytes = 10_000_000;

    private static readonly string[] Hosts = ["apple", "github"];

    public static bool TryRead(
        HttpRequest request, [NotNullWhen(true)] out PageRequest? page, [NotNullWhen(false)] out Refusal? refusal)
    {
        page = null;
        refusal = Read(request, out var host, out var index, out var latency, out var bytes);
        if (refusal is null)
            page = new PageRequest(host, index, TimeSpan.FromMilliseconds(latency), bytes);
        return refusal is null;
    }

    private static Refusal? Read(HttpRequest request, out string host, out int index, out double latency, out int bytes)
    {
        (host, index, latency, bytes) = ("", 0, 50, 2000);
        if (request.Method != HttpMethods.Get)
            return new Refusal(405, $"a page is fetched with GET, but the method was {request.Method}; try GET.");

        var parts = request.Path.Value!.Split('/');
        if (parts.Length != 3)
            return new Refusal(404, $"a page is /host/index, but the path was {request.Path}; try /apple/0.");
        host = parts[1];
        if (!Hosts.Contains(host))
            return new Refusal(404, $"the hosts here are apple and github, but the path was {request.Path}; try /apple/0.");
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out index))
            return new Refusal(400, $"index must be a whole number from 0, but was '{parts[2]}'; try /{host}/0.");

        string? text = request.Query["latencyMs"];
        if (text is not null && !(Number(text, out latency) && latency is >= 0 and <= MostLatency))
            return new Refusal(400, $"latencyMs must be from 0 to {MostLatency:F0}, but was '{text}'; try 50.");
        text = request.Query["bytes"];
        if (text is not null && !(Whole(text, out bytes) && bytes is >= 0 and <= MostBytes))
            return new Refusal(400, $"bytes must be a whole number from 0 to {MostBytes}, but was '{text}'; try 2000.");
        return null;
    }

    private static bool Number(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool Whole(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
