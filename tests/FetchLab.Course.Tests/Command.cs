using System.Diagnostics;

namespace FetchLab.Course.Tests;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record Command(int ExitCode, string Out, string Error)
{
    // An install on a busy machine takes minutes; nothing takes this long.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(8);

    /// <summary>This build's program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "FetchLab.Cli.dll");

    public static Task<Command> FetchLabAsync(string folder, params string[] arguments) => RunAsync(folder, "dotnet", [Program, .. arguments]);

    public static Task<Command> RunAsync(string folder, string program, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), program, arguments);

    public static async Task<Command> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        using var process = Start(folder, environment, program, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, string program, params string[] arguments) =>
        Start(folder, new Dictionary<string, string>(), program, arguments);

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
