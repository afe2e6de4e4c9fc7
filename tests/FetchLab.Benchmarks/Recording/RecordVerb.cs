using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace FetchLab.Benchmarks;

/// <summary>What recording costs a request.</summary>
internal static class RecordVerb
{
    public static Task<IReadOnlyList<Figure>> MeasureAsync(Arguments arguments)
    {
        // In this process: the project's build settings are not made for the projects that would be generated.
        var job = (arguments.Quick ? Job.ShortRun : Job.MediumRun.WithLaunchCount(1)).WithToolchain(InProcessEmitToolchain.DontLogOutput);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "FetchLab.Benchmarks"));
        var summary = BenchmarkRunner.Run<RecordingOneRequest>(config);

        var record = Of(summary, nameof(RecordingOneRequest.Record));
        var named = Of(summary, nameof(RecordingOneRequest.NamedRequest));
        var plain = Of(summary, nameof(RecordingOneRequest.PlainRequest));
        return Task.FromResult<IReadOnlyList<Figure>>(
            [
                new("recording a request: time", record.Nanoseconds, "ns", Target.AtMost(1000)),
                new("recording a request: memory", record.Bytes, "bytes", Target.AtMost(300)),
                new("its ids in its headers: time", named.Nanoseconds - plain.Nanoseconds, "ns", null),
                new("its ids in its headers: memory", named.Bytes - plain.Bytes, "bytes", null),
            ]);
    }

    private static (double Nanoseconds, double Bytes) Of(Summary summary, string method)
    {
        var report = summary.Reports.SingleOrDefault(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        if (report?.ResultStatistics is not { } statistics)
            throw new FetchLabException(
                $"'{method}' was not measured; try a release build: dotnet run -c Release --project tests/FetchLab.Benchmarks -- record");
        return (statistics.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
