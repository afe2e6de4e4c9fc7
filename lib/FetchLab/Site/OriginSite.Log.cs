using System.Net.Http.Json;
using System.Text.Json;

namespace FetchLab;

public sealed partial class OriginSite
{
    /// <summary>What the origin measured: times, and how many requests were in on average.</summary>
    /// <inheritdoc cref="CountsAsync"/>
    public async Task<OriginTimes> TimesAsync(string? runId = null, CancellationToken cancellationToken = default) =>
        (await _http.GetFromJsonAsync<OriginTimes>(Of("/stats", runId), cancellationToken).ConfigureAwait(false))!;

    /// <summary>The requests for pages that have left, the first first; the origin keeps the last 200,000.</summary>
    /// <exception cref="FetchLabException">The origin was started without a log.</exception>
    /// <inheritdoc cref="CountsAsync"/>
    public async Task<IReadOnlyList<OriginLogLine>> LogAsync(string? runId = null, CancellationToken cancellationToken = default)
    {
        using var reply = await _http.GetAsync(Of("/log", runId), cancellationToken).ConfigureAwait(false);
        var text = await reply.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return reply.IsSuccessStatusCode
            ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<OriginLogLine>(line, JsonSerializerOptions.Web)!)]
            : throw new FetchLabException("this origin keeps no log; try new OriginOptions { Logs = true }.");
    }

    private static Uri Of(string path, string? runId) =>
        new(runId is null ? path : $"{path}?run={Uri.EscapeDataString(runId)}", UriKind.Relative);
}
