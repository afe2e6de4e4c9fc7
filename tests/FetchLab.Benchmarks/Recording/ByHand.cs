using System.Diagnostics;

namespace FetchLab.Benchmarks;

/// <summary>Threads that share a counter, written as one would without the library: nothing is recorded.</summary>
internal static class ByHand
{
    /// <summary>Fetches each page once; from the start of the first thread to the end of the last page.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="workers">How many threads.</param>
    /// <param name="run">The run that each request names, with its page and attempt, for the origin to count; null names nothing.</param>
    public static TimeSpan Threads(IReadOnlyList<Page> pages, int workers, string? run = null)
    {
        using var http = NewClient();
        foreach (var page in pages.DistinctBy(page => page.Host))
            Fetch(http, page, run);

        var begun = Stopwatch.GetTimestamp();
        var taken = 0;
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
        {
            int place;
            while ((place = Interlocked.Increment(ref taken) - 1) < pages.Count)
                Fetch(http, pages[place], run);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static void Fetch(HttpClient http, Page page, string? run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page.Url);
        if (run is not null)
            request.Headers.TryAddWithoutValidation(OriginHeaders.Run, OriginHeaders.RunOf(run, page.Index));

        using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var body = response.Content.ReadAsStream();
        Span<byte> buffer = stackalloc byte[16 * 1024];
        while (body.Read(buffer) > 0)
        {
        }
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });
}
