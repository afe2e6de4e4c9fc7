namespace FetchLab;

/// <summary>
/// What a profile adds to the pages that a program with threads asks for, in ms:
/// <c>site.Pages(100, site.Profile.Threads.ToSpec())</c>.
/// </summary>
/// <param name="SetupMs">Of latency, for each fetch.</param>
/// <param name="HandoverMs">Of the shared link, for each other request in flight.</param>
public sealed record OriginThreadPages(double SetupMs, double HandoverMs)
{
    /// <summary>Pages as the profile has them, with these two added.</summary>
    public PageSpec ToSpec() => new() { SetupMs = SetupMs, HandoverMs = HandoverMs };
}
