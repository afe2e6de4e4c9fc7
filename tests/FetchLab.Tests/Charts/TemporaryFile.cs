namespace FetchLab.Tests.Charts;

/// <summary>A name for a file that is gone after the test.</summary>
internal sealed class TemporaryFile(string extension) : IDisposable
{
    public string Name { get; } = Path.Combine(Path.GetTempPath(), $"fetchlab-{Guid.NewGuid():N}{extension}");

    public void Dispose() => File.Delete(Name);
}
