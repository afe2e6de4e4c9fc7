using System.Diagnostics;

namespace FetchLab;

/// <summary>
/// Looks every 10 ms how many threads the process has and how much memory, from a thread of its own: a run may have used up
/// the pool, whose timers would then come late. That thread is not counted.
/// </summary>
internal sealed class ProcessSampler : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    // Not the slim kind: that one spins before each wait, which cost ten times the look itself.
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly Slope _managed = new();
    private readonly Slope _resident = new();
    private int _peakThreads;
    private long _peakManaged;
    private long _peakResident;

    public ProcessSampler()
    {
        _thread = new Thread(Sample) { Name = "process sampler", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What was seen until now. Threads that came and went between two looks were not.</summary>
    public (int PeakThreads, MemoryUse Memory) Read()
    {
        lock (_gate)
            return (_peakThreads, new MemoryUse(_peakManaged, _peakResident, _managed.PerSecond, _resident.PerSecond));
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Sample()
    {
        using var status = new ProcessStatus();
        var begun = Stopwatch.GetTimestamp();
        do
            Note(Stopwatch.GetElapsedTime(begun), status.Read(), GC.GetTotalMemory(forceFullCollection: false));
        while (!_stop.WaitOne(Period));
    }

    private void Note(TimeSpan at, (int Threads, long ResidentBytes) seen, long managed)
    {
        lock (_gate)
        {
            _peakThreads = Math.Max(_peakThreads, seen.Threads - 1);
            _peakManaged = Math.Max(_peakManaged, managed);
            _peakResident = Math.Max(_peakResident, seen.ResidentBytes);
            _managed.Add(at, managed);
            _resident.Add(at, seen.ResidentBytes);
        }
    }
}
