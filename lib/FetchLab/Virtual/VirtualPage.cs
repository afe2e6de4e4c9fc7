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

    /// <summary>More latency: a thread's set-up.</summary>
    public TimeSpan Setup { get; init; }

    /// <summary>What it takes of the link for each other request in flight.</summary>
    public TimeSpan Handover { get; init; }

    public string Host => Hosts[Index % Hosts.Length];

    /// <summary>What an address asks for; null if it is not one of <see cref="ToPage"/>.</summary>
    public static VirtualPage? Read(Uri url)
    {
        var query = HttpUtility.ParseQueryString(url.Query);
        return int.TryParse(url.Segments[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(query["bytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && Enum.TryParse<PageFailure>(query["failure"], out var failure)
            && int.TryParse(query["failing"], NumberStyles.None, CultureInfo.InvariantCulture, out var failing)
            && Time("latency") is { } latency
            && Time("service") is { } service
            && Time("setup") is { } setup
            && Time("handover") is { } handover
            ? new VirtualPage(index, latency, service, bytes, failure, failing) { Setup = setup, Handover = handover }
            : null;

        TimeSpan? Time(string name) =>
            long.TryParse(query[name] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new TimeSpan(ticks) : null;
    }

    /// <summary>The page as a strategy with threads asks for it; one that has such a cost already keeps it.</summary>
    public VirtualPage ForThreads(OriginThreadCosts costs) => this with
    {
        Setup = Setup > TimeSpan.Zero ? Setup : Durations.FromMilliseconds(costs.SetupMs),
        Handover = Handover > TimeSpan.Zero ? Handover : Durations.FromMilliseconds(costs.HandoverMs),
    };

    /// <summary>The page as an attempt at it finds it.</summary>
    public VirtualPage At(int attempt) => attempt > FailingAttempts ? this with { Failure = PageFailure.None } : this;

    public Page ToPage(Uri site)
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/{Host}/{Index}?latency={Latency.Ticks}&service={Service.Ticks}&bytes={Bytes}&failure={Failure}&failing={FailingAttempts}");
        return new Page(
            Index, Host, new Uri(site, path + Ticks("setup", Setup) + Ticks("handover", Handover)), Latency + Setup + Service);
    }

    /// <remarks>Most pages have neither, and their addresses are read by people.</remarks>
    private static string Ticks(string name, TimeSpan time) =>
        time == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $"&{name}={time.Ticks}");
}
