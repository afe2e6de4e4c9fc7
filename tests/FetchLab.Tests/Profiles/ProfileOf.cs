using System.Collections.Concurrent;

namespace FetchLab.Tests.Profiles;

/// <summary>Profiles as the origin says them, each asked for once.</summary>
internal static class ProfileOf
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<OriginProfile>>> Asked = new();

    public static Task<OriginProfile> Named(string name) => Asked.GetOrAdd(name, name => new(() => AskAsync(name))).Value;

    private static async Task<OriginProfile> AskAsync(string name)
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Profile = name }, OriginFixture.OriginPath);
        return site.Profile;
    }
}
