using System.Reflection;

namespace FetchLab.Benchmarks;

/// <summary>The origin that the build laid in artifacts/lab.</summary>
internal static class BuiltOrigin
{
    public static string Path { get; } = System.IO.Path.Combine(
        typeof(BuiltOrigin).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "LabPath").Value!,
        "FetchLab.Origin.dll");
}
