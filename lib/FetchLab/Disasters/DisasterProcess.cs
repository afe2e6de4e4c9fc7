using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FetchLab;

/// <summary>
/// Lets a disaster happen in a process of its own, and brings back what that saw. The process ends itself at its deadline, and
/// with this process: it reads a pipe that only this one holds the other end of.
/// </summary>
public static class DisasterProcess
{
    /// <summary>The exit code of a process that its deadline ended.</summary>
    internal const int HungExitCode = 3;

    private const string FileName = "FetchLab.Disasters.dll";

    // A process that does not even end itself is ended from here.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>Starts the process, and returns when it is gone.</summary>
    /// <param name="disaster">What is to happen.</param>
    /// <param name="deadline">The most that it may take, from 100 ms to 10 minutes.</param>
    /// <param name="options">How large it is; null takes the defaults.</param>
    /// <param name="path">The built <c>FetchLab.Disasters.dll</c>; null looks beside this library.</param>
    /// <param name="started">Told the process's id; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the process at once.</param>
    /// <exception cref="FetchLabException">It is not built, a value is out of range, or the process failed.</exception>
    public static async Task<DisasterRun> RunAsync(
        Disaster disaster,
        TimeSpan deadline,
        DisasterOptions? options = null,
        string? path = null,
        Action<int>? started = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DisasterOptions();
        options.Validate();
        Require.Between(0.1, 600, deadline.TotalSeconds, "the deadline in seconds", "8");
        path ??= BuiltProgram.BesideThisLibrary(FileName);
        if (!File.Exists(path))
            throw new FetchLabException($"the disasters are not built: there is no '{path}'; run `dotnet build` at the root of the project.");

        var milliseconds = deadline.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        using var process = Process.Start(new ProcessStartInfo(
            DotnetHost.Path(), [path, disaster.ToString(), milliseconds, .. options.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(deadline + Grace);
        try
        {
            started?.Invoke(process.Id);
            var records = await ReadAsync(process.StandardOutput, late.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(late.Token).ConfigureAwait(false);
            return process.ExitCode is 0 or HungExitCode && records.Count > 0
                ? new DisasterRun(disaster, records, process.ExitCode == HungExitCode, deadline, process.Id)
                : throw new FetchLabException($"the process of {disaster} failed with exit code {process.ExitCode}; try it again.");
        }
        finally
        {
            // Gone already, unless this was cancelled.
            process.Kill();
        }
    }

    private static async Task<List<DisasterRecord>> ReadAsync(StreamReader output, CancellationToken late)
    {
        var records = new List<DisasterRecord>();
        while (await output.ReadLineAsync(late).ConfigureAwait(false) is { } line)
            records.Add(JsonSerializer.Deserialize<DisasterRecord>(line)!);
        return records;
    }
}
