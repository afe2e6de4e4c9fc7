using System.Globalization;
using System.Net;

namespace FetchLab.Jupyter.Tests;

/// <summary>What Linux knows of processes.</summary>
internal static class ProcessTable
{
    private const string Listening = "0A";

    /// <summary>The processes that one has started, and that have not ended.</summary>
    public static IReadOnlyList<int> Children(int process) => [.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && Status(id, "PPid") == process.ToString(CultureInfo.InvariantCulture) && IsRunning(id))];

    /// <summary>Whether a process runs. One that has ended, and that nobody has asked how, does not.</summary>
    public static bool IsRunning(int process) => Status(process, "State") is { } state && !state.StartsWith('Z');

    public static string CommandLine(int process) => File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');

    /// <summary>The most memory that a process has held since it started, in MB.</summary>
    public static long PeakMemory(int process) => long.Parse(Status(process, "VmHWM")!.Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Where a process listens, on every version of the Internet's protocol.</summary>
    public static IReadOnlyList<IPEndPoint> Listeners(int process)
    {
        var sockets = Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget).ToHashSet();
        return [.. new[] { "tcp", "tcp6" }
            .SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && sockets.Contains($"socket:[{fields[9]}]"))
            .Select(fields => EndPoint(fields[1]))];
    }

    // As the kernel prints it: the address in words of four bytes, each with its last byte first, and the port.
    private static IPEndPoint EndPoint(string text)
    {
        var parts = text.Split(':');
        var address = Convert.FromHexString(parts[0]).Chunk(4).SelectMany(word => word.Reverse()).ToArray();
        return new(new IPAddress(address), int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private static string? Status(int process, string field)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith($"{field}:", StringComparison.Ordinal))?[(field.Length + 1)..].Trim();
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return null;
        }
    }
}
