namespace FetchLab.Origin;

/// <summary>The reply to <c>/profile</c>: the origin's knobs as they would be typed.</summary>
internal static class ProfileReply
{
    public static object Of(OriginProfile profile) => new
    {
        profile.Name,
        profile.Seed,
        profile.Slots,
        profile.LinkBytesPerSecond,
        profile.Rate,
        profile.Burst,
        profile.StallAtMs,
        profile.StallMs,
        profile.ConnectMs,
        profile.ClientWork,
        profile.Threads,
        Hosts = profile.Hosts.ToDictionary(host => host.Key, host => Of(host.Value)),
    };

    private static object Of(HostProfile host) => new
    {
        host.Slots,
        LatencyMs = host.Pages.Latency.ToString(),
        ServiceMs = host.Pages.Service.ToString(),
        host.Pages.SetupMs,
        host.Pages.HandoverMs,
        host.Pages.Bytes,
        host.Pages.BodyMs,
        Fail = host.Pages.Failures.Text,
    };
}
