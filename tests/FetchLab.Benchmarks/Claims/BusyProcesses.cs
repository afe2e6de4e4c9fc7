using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>Processes beside this one that each keep a core busy, as a build or a browser would: the load under which a claim must hold.</summary>
internal sealed class BusyProcesses : IDisposable
{
    /// <summary>The verb by which this program is started as one of them.</summary>
    public const string Verb = "busy";

    private readonly List<Process> _processes = [];

    /// <param name="count">How many; 0 for none.</param>
    public BusyProcesses(int count)
    {
        for (var i = 0; i < count; i++) _processes.Add(Start());
    }

    /// <summary>How busy the machine is, in one sentence for the head of a table.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture,
        $"{_processes.Count} busy {(_processes.Count == 1 ? "process" : "processes")} beside it on {Environment.ProcessorCount} cores{LoadAverage()}");

    /// <summary>Keeps a core busy until standard input ends: that is when its parent does, however it ends.</summary>
    public static int Spin()
    {
        new Thread(() =>
        {
            while (true) Thread.SpinWait(1000);
        })
        { IsBackground = true }.Start();
        while (Console.In.Read() >= 0)
        {
        }

        return 0;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, UseShellExecute = false };
        // 'dotnet benchmarks.dll' must name the DLL again; the program of its own name is it.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(BusyProcesses).Assembly.Location);
        start.ArgumentList.Add(Verb);
        return Process.Start(start)!;
    }

    // What else runs counts as well; not every system tells it.
    private static string LoadAverage() => File.Exists("/proc/loadavg")
        ? $", load average {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..2])} over 1 and 5 minutes"
        : "";
}
