using System.Globalization;

namespace FetchLab;

/// <summary>
/// What a model plays: how many pages there are, and of each the latency ℓ, which holds no slot of the server, and the
/// service s, which holds one. A page's latency comes first, then its turn in the queue, then its service.
/// </summary>
public sealed class Workload
{
    /// <summary>The most pages, and the longest latency or service: all of them in a row still fit a TimeSpan.</summary>
    internal const int MostPages = 100_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Func<int, TimeSpan> _latency;
    private readonly Func<int, TimeSpan> _service;
    private readonly Func<int, Uri> _url;
    private readonly TimeSpan _longest;

    private Workload(
        int pages, Func<int, TimeSpan> latency, Func<int, TimeSpan> service, Func<int, Uri> url, TimeSpan? longest = null)
    {
        Require.AtLeast(1, pages, "pages", "100");
        Require.Between(1, MostPages, pages, "pages", "100");
        Pages = pages;
        (_latency, _service, _url, _longest) = (latency, service, url, longest ?? Longest);
    }

    /// <summary>N, the number of pages, each of which is fetched once.</summary>
    public int Pages { get; }

    /// <summary>Pages that all take the same.</summary>
    /// <param name="pages">N, from 1 to 100,000,000.</param>
    /// <param name="latencyMs">ℓ of every page in milliseconds, from 0 to an hour; rounded to a tick of 100 ns.</param>
    /// <param name="serviceMs">s of every page in milliseconds, likewise.</param>
    /// <exception cref="FetchLabException">A number is out of its range.</exception>
    public static Workload Constant(int pages, double latencyMs = 0, double serviceMs = 0)
    {
        var latency = FromMilliseconds(latencyMs, nameof(latencyMs), "50");
        var service = FromMilliseconds(serviceMs, nameof(serviceMs), "5");
        return new(pages, _ => latency, _ => service, Nowhere);
    }

    /// <summary>Pages that take what a function says. Each function is asked once for each page.</summary>
    /// <param name="pages">N, from 1 to 100,000,000.</param>
    /// <param name="latency">ℓ by the page's index from 0; from 0 to an hour.</param>
    /// <param name="service">s by the page's index, likewise; null is no service at all.</param>
    /// <exception cref="FetchLabException">
    /// There is no page; later, when it is played, also where a function gives a duration that is out of range.
    /// </exception>
    public static Workload Of(int pages, Func<int, TimeSpan> latency, Func<int, TimeSpan>? service = null) =>
        new(pages, latency, service ?? (_ => TimeSpan.Zero), Nowhere);

    /// <summary>The pages of a site, with the latency that each asks for; records carry their addresses.</summary>
    /// <param name="pages">At least one.</param>
    /// <param name="serviceMs">s of every page in milliseconds, from 0 to an hour.</param>
    /// <exception cref="FetchLabException">There is no page, or a duration is out of range.</exception>
    public static Workload Of(IReadOnlyList<Page> pages, double serviceMs = 0)
    {
        var service = FromMilliseconds(serviceMs, nameof(serviceMs), "5");
        return new(pages.Count, page => pages[page].Latency, _ => service, page => pages[page].Url);
    }

    /// <summary>Pages that were checked, as long as they like: those of a prediction may wait for their retries.</summary>
    internal static Workload OfAny(IReadOnlyList<TimeSpan> latencies) =>
        new(latencies.Count, page => latencies[page], _ => TimeSpan.Zero, Nowhere, TimeSpan.MaxValue);

    internal TimeSpan LatencyOf(int page) => Checked(_latency(page), page, "latency");

    internal TimeSpan ServiceOf(int page) => Checked(_service(page), page, "service");

    internal Uri UrlOf(int page) => _url(page);

    private static TimeSpan FromMilliseconds(double value, string what, string good)
    {
        Require.Between(0, Longest.TotalMilliseconds, value, what, good);
        // TimeSpan.FromMilliseconds cuts off: 2.3 ms, which no double is, would lack a tick.
        return new((long)Math.Round(value * TimeSpan.TicksPerMillisecond));
    }

    private TimeSpan Checked(TimeSpan value, int page, string what) =>
        value >= TimeSpan.Zero && value <= _longest ? value : throw OutOfRange(value, page, what);

    private static FetchLabException OutOfRange(TimeSpan value, int page, string what) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"the {what} of page {page} must be from 0 ms to {Longest.ToText()}, but was {value.ToText()}; try 50 ms."));

    /// <summary>An address of this machine at which nobody listens: such a page exists in the model alone.</summary>
    private static Uri Nowhere(int page) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1/model/{page}"));
}
