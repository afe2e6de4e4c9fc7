using System.Globalization;

namespace FetchLab;

public sealed partial class OriginSite
{
    /// <summary>The pages as a strategy with threads asks for them; one that has such a cost already keeps it.</summary>
    private IReadOnlyList<Page> ForThreads(IReadOnlyList<Page> pages, OriginThreadCosts costs)
    {
        costs.Validate();
        return costs == OriginThreadCosts.None ? pages : [.. pages.Select(page => ForThreads(page, costs))];
    }

    private Page ForThreads(Page page, OriginThreadCosts costs)
    {
        var host = Profile.Hosts.GetValueOrDefault(page.Host);
        var handedOver = With(page, "handoverMs", costs.HandoverMs, host?.HandoverMs);
        var setUp = With(handedOver, "setupMs", costs.SetupMs, host?.SetupMs);
        return ReferenceEquals(setUp, handedOver)
            ? handedOver
            : setUp with { Latency = page.Latency + Durations.FromMilliseconds(costs.SetupMs) };
    }

    private static Page With(Page page, string knob, double value, double? ofHost)
    {
        var query = page.Url.Query;
        if (value == 0 || ofHost > 0 || query.Contains($"{knob}=", StringComparison.Ordinal))
            return page;
        var more = string.Create(CultureInfo.InvariantCulture, $"{(query.Length > 0 ? "&" : "?")}{knob}={value}");
        return page with { Url = new Uri(page.Url.OriginalString + more) };
    }
}
