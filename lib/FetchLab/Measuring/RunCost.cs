using System.Runtime;

namespace FetchLab;

/// <summary>What the process spends from here to <see cref="Read"/>: everything in it, not only the run.</summary>
internal sealed class RunCost : IDisposable
{
    private readonly ProcessSampler _sampler = new();
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan _compile = JitInfo.GetCompilationTime();

    public (TimeSpan CpuTime, TimeSpan CompileTime, long AllocatedBytes, int PeakThreads, MemoryUse Memory) Read()
    {
        var cpu = Environment.CpuUsage.TotalTime - _cpu;
        var compile = JitInfo.GetCompilationTime() - _compile;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - _allocated;
        var (threads, memory) = _sampler.Read();
        return (cpu, compile, allocated, threads, memory);
    }

    public void Dispose() => _sampler.Dispose();
}
