using System.Runtime;

namespace FetchLab;

/// <summary>What the process spends from here to <see cref="Read"/>: everything in it, not only the run.</summary>
internal sealed class RunCost : IDisposable
{
    private readonly ThreadSampler _threads = new();
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan _compile = JitInfo.GetCompilationTime();

    public (TimeSpan CpuTime, TimeSpan CompileTime, long AllocatedBytes, int PeakThreads) Read() => (
        Environment.CpuUsage.TotalTime - _cpu,
        JitInfo.GetCompilationTime() - _compile,
        GC.GetTotalAllocatedBytes(precise: true) - _allocated,
        _threads.Peak);

    public void Dispose() => _threads.Dispose();
}
