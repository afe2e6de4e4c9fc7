namespace FetchLab.Tests.Disasters;

/// <summary>The disasters that the build laid in artifacts/lab.</summary>
internal static class DisasterPath
{
    public static string Value { get; } = Path.Combine(Path.GetDirectoryName(OriginFixture.OriginPath)!, "FetchLab.Disasters.dll");
}
