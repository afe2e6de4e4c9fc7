using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>A closed loop of a bare <see cref="HttpClient"/> on one page: the library's own client is not what is measured.</summary>
internal static class Load
{
    /// <returns>How long the origin held each reply, in ms.</returns>
    public static async Task<double[]> RunAsync(HttpClient http, Uri page, int inFlight, int count)
    {
        var held = new double[count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            for (int place; (place = Interlocked.Increment(ref next)) < count;)
                held[place] = await AskAsync(http, page);
        })));
        return held;
    }

    private static async Task<double> AskAsync(HttpClient http, Uri page)
    {
        using var reply = await http.GetAsync(page);
        var held = reply.EnsureSuccessStatusCode().Headers.NonValidated["FetchLab-Held-Ms"].ToString();
        return double.Parse(held, CultureInfo.InvariantCulture);
    }
}
