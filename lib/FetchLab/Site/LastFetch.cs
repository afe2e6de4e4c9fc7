using System.Diagnostics;

namespace FetchLab;

/// <summary>When the last fetch so far was finished: a run itself says only how long it took.</summary>
internal sealed class LastFetch : IProgress<FetchProgress>
{
    private long _at = Stopwatch.GetTimestamp();

    public void Report(FetchProgress value) => _at = Stopwatch.GetTimestamp();

    public TimeSpan Ago() => Stopwatch.GetElapsedTime(_at);
}
