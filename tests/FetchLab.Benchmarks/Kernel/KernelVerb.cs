using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FetchLab.Benchmarks;

/// <summary>Times the installed kernel through Jupyter's own client, and ipykernel beside it where it is installed.</summary>
internal static class KernelVerb
{
    // Figures, their units, and what the kernel must reach; the names are those of measure.py.
    private static readonly (string Key, string Name, string Unit, double Target)[] Figures =
    [
        ("ready_s", "process start to kernel_info answered", "s", 0.7),
        ("first_s", "first cell 1+1 after that", "s", 0.5),
        ("trivial_ms", "trivial cell, median of 40", "ms", 8),
        ("trivial_p95_ms", "trivial cell, 95th percentile of 40", "ms", 20),
        ("query_ms", "LINQ cell, median of 20", "ms", 20),
        ("memory_mb", "resident memory after these cells", "MB", 200),
        ("declare_growth", "500 cells that redefine a variable and a class, last 50 over first 50", "×", 1.5),
        ("method_growth", "500 cells that redefine and call a method, last 50 over first 50", "×", 4),
    ];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var ours = await MeasureAsync(arguments.Name, "csharp")
            ?? throw new FetchLabException(
                $"kernel '{arguments.Name}' could not be measured; install it with 'fetchlab install', and jupyter_client for Python beside it.");
        var python = await MeasureAsync("python3", "python");

        if (arguments.Json)
            return FigureReport.Print([.. Figures.Select(figure => new Figure(figure.Name, ours[figure.Key], figure.Unit, Target.AtMost(figure.Target)))], json: true);
        AnsiConsole.Write(ToTable(ours, python));
        return Figures.All(figure => ours[figure.Key] <= figure.Target) ? 0 : 1;
    }

    private static async Task<Dictionary<string, double>?> MeasureAsync(string kernel, string language)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Kernel", "measure.py");
        using var python = Process.Start(new ProcessStartInfo(PythonProgram(), [script, kernel, language]) { RedirectStandardOutput = true })!;
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return python.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(output) : null;
    }

    // The system's own Python is the one that the system's Jupyter packages belong to.
    private static string PythonProgram() => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python";

    private static Table ToTable(Dictionary<string, double> ours, Dictionary<string, double>? python)
    {
        var table = new Table().AddColumns("figure", "FetchLab", "must", "ipykernel");
        foreach (var (key, name, unit, target) in Figures)
            table.AddRow(
                Markup.Escape(name),
                Text(ours[key], unit) + (ours[key] <= target ? "" : " [red]missed[/]"),
                "≤ " + Text(target, unit),
                python is null ? "not installed" : Text(python[key], unit));
        return table;
    }

    private static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
}
