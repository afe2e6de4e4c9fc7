using System.Globalization;
using System.Web;

namespace FetchLab;

/// <summary>What a page's address asks a virtual origin for: <c>/{host}/{index}?latency=…&amp;service=…</c>, in ticks.</summary>
/// <param name="Index">The page's place in its list.</param>
/// <param name="Latency">ℓ: time that holds no slot of the server.</param>
/// <param name="Service">s: time that holds one.</param>
/// <param name="Bytes">The length of the body.</param>
/// <param name="Failure">How it goes wrong, if it does.</param>
/// <param name="FailingAttempts">How many attempts at it do.</param>
internal sealed record VirtualPage(
    int Index, TimeSpan Latency, TimeSpan Service, int Bytes, PageFailure Failure, int FailingAttempts = int.MaxValue)
{
    private static readonly string[] Hosts = ["apple", "github"];

    /// <summary>What an address asks for; null if it is not one of <see cref="ToPage"/>.</summary>
    public static VirtualPage? Read(Uri url)
    {
        var query = HttpUtility.ParseQueryString(url.Query);
        return int.TryParse(url.Segments[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && long.TryParse(query["latency"], NumberStyles.None, CultureInfo.InvariantCulture, out var latency)
            && long.TryParse(query["service"], NumberStyles.None, CultureInfo.InvariantCulture, out var service)
            && int.TryParse(query["bytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && Enum.TryParse<PageFailure>(query["failure"], out var failure)
            && int.TryParse(query["failing"], NumberStyles.None, CultureInfo.InvariantCulture, out var failing)
            ? new VirtualPage(index, new TimeSpan(latency), new TimeSpan(service), bytes, failure, failing)
            : null;
    }

    /// <summary>The page as an attempt at it finds it.</summary>
    public VirtualPage At(int attempt) => attempt > FailingAttempts ? this with { Failure = PageFailure.None } : this;

    public Page ToPage(Uri site)
    {
        var host = Hosts[Index % Hosts.Length];
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/{host}/{Index}?latency={Latency.Ticks}&service={Service.Ticks}&bytes={Bytes}&failure={Failure}&failing={FailingAttempts}");
        return new Page(Index, host, new Uri(site, path), Latency + Service);
    }
}
