using System.Diagnostics;

namespace FetchLab.Benchmarks;

/// <summary>Threads that share a counter, written as one would without the library: nothing is recorded.</summary>
internal static class ByHand
{
    /// <summary>Fetches each page once; from the start of the first thread to the end of the last page.</summary>
    public static TimeSpan Threads(IReadOnlyList<Page> pages, int workers)
    {
        using var http = NewClient();
        foreach (var page in pages.DistinctBy(page => page.Host))
            Fetch(http, page.Url);

        var begun = Stopwatch.GetTimestamp();
        var taken = 0;
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
        {
            int place;
            while ((place = Interlocked.Increment(ref taken) - 1) < pages.Count)
                Fetch(http, pages[place].Url);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static void Fetch(HttpClient http, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
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
