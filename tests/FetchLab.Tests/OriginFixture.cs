using System.Reflection;
using FetchLab.Tests;

[assembly: AssemblyFixture(typeof(OriginFixture))]

namespace FetchLab.Tests;

/// <summary>One origin for all tests: they may run side by side, because it counts each run apart.</summary>
public sealed class OriginFixture : IAsyncLifetime
{
    /// <summary>The origin that the build laid in artifacts/lab.</summary>
    public static string OriginPath { get; } = Path.Combine(
        typeof(OriginFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "LabPath").Value!,
        "FetchLab.Origin.dll");

    public OriginSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await OriginSite.StartAsync(OriginPath);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
