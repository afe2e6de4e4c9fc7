using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>How much longer than asked the origin held its replies, by its own account.</summary>
/// <param name="AskedMs">The latency that was asked for.</param>
/// <param name="InFlight">Requests in flight meanwhile.</param>
/// <param name="Median">Of held less asked, in ms.</param>
/// <param name="P95">The 95th percentile of held less asked, in ms.</param>
/// <param name="Early">Replies that were held for less than was asked.</param>
internal sealed record Lateness(int AskedMs, int InFlight, double Median, double P95, int Early)
{
    public static async Task<Lateness> MeasureAsync(Uri address, int askedMs, int inFlight)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });
        var page = new Uri(address, string.Create(CultureInfo.InvariantCulture, $"/apple/0?latencyMs={askedMs}&bytes=100"));
        await Load.RunAsync(http, page, inFlight, count: 2 * inFlight);

        var replies = await Load.RunAsync(http, page, inFlight, count: inFlight == 1 ? 200 : 20 * inFlight);
        var late = replies.Select(held => held - askedMs).Order().ToArray();
        return new(askedMs, inFlight, late[late.Length / 2], late[late.Length * 95 / 100], late.Count(ms => ms < 0));
    }
}
