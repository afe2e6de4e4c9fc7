namespace FetchLab;

/// <summary>How much of an origin's profile there is in virtual time.</summary>
internal static class VirtualProfile
{
    /// <exception cref="FetchLabException">A part of the profile does not exist in virtual time.</exception>
    public static OriginProfile Check(OriginProfile profile)
    {
        profile.ClientWork.Validate();
        profile.Threads.Validate();
        FetchLab.Require.Between(0, 60_000, profile.ConnectMs, "connectMs", "40");
        Need(profile.Rate == 0, "a rate", profile.Rate, "profile with { Rate = 0 }");
        Need(profile.StallMs == 0, "a stall", profile.StallMs, "profile with { StallMs = 0 }");
        foreach (var host in profile.Hosts.Values)
        {
            _ = Fixed(host.Latency, "latency");
            _ = Fixed(host.Service, "service");
            Need(host.BodyMs == 0, "a slow body", host.BodyMs, "a profile of an origin without bodyMs");
            Need(host.Fail == "none", "failure by chance", host.Fail, "site.Failing(page, PageFailure.Status500)");
        }

        return profile;
    }

    /// <summary>A page as the profile's host has it, where it is not said otherwise.</summary>
    /// <exception cref="FetchLabException">A part of what is said does not exist in virtual time, or is out of range.</exception>
    public static VirtualPage PageOf(OriginProfile profile, PageSpec spec, int index)
    {
        // It is there that the ranges are judged.
        _ = spec.Knobs().Count();
        Need(spec.BodyMs is null or 0, "a slow body", spec.BodyMs, "the link of a profile");
        Need(spec.Fail is null, "failure by chance", spec.Fail, "site.Failing(page, PageFailure.Status500)");
        Need(spec.Gate is null or 0, "a gate", spec.Gate, "run.PeakInFlight");
        var page = new VirtualPage(index, default, default, default, PageFailure.None);
        var host = profile.Hosts[page.Host];
        return page with
        {
            Latency = Fixed(spec.Latency ?? host.Latency, "latency"),
            Service = Fixed(spec.Service ?? host.Service, "service"),
            Bytes = spec.Bytes ?? host.Bytes,
            Setup = Durations.FromMilliseconds(spec.SetupMs ?? host.SetupMs),
            Handover = Durations.FromMilliseconds(spec.HandoverMs ?? host.HandoverMs),
        };
    }

    private static TimeSpan Fixed(Spread spread, string what) => spread.FixedMs is { } milliseconds
        ? Durations.FromMilliseconds(milliseconds)
        : throw new FetchLabException($"{what} must be the same for each page in virtual time, but was {spread}; try {what} = 50.");

    private static void Need(bool holds, string what, object? value, string good)
    {
        if (!holds)
            throw new FetchLabException(FormattableString.Invariant($"{what} does not exist in virtual time, but was {value}; try {good}."));
    }
}
