namespace FetchLab;

public sealed partial class OriginSite
{
    /// <summary>
    /// A plain client for code of one's own, whose requests the origin counts as one run: <see cref="CountsAsync"/> with the same
    /// id tells how many they were.
    /// </summary>
    /// <param name="runId">Any text without a slash, such as <c>mine</c>; a new one for each run.</param>
    /// <exception cref="FetchLabException">The text is empty or has a slash.</exception>
    public HttpClient NewClient(string runId)
    {
        if (string.IsNullOrWhiteSpace(runId) || runId.Contains('/', StringComparison.Ordinal))
            throw new FetchLabException($"a run's id must be a text without a slash, but was '{runId}'; try \"mine\".");
        var client = new HttpClient(PageClient.NewHandler()) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add(OriginHeaders.Run, runId);
        return client;
    }
}
