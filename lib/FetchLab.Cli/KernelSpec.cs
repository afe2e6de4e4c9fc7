using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchLab.Cli;

/// <summary>A kernelspec: the file from which front ends learn how to start a kernel.</summary>
internal static class KernelSpec
{
    private const string Mark = "fetchlab";
    private static readonly JsonSerializerOptions _writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one.</summary>
    /// <param name="folder">The kernel's folder.</param>
    /// <param name="displayName">What people see.</param>
    /// <param name="engine">The published engine's folder.</param>
    /// <param name="command">The program, and the arguments before its own.</param>
    public static void Write(string folder, string displayName, string engine, IEnumerable<string> command)
    {
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Append(KernelCommand.Name).Append("{connection_file}").Select(word => JsonValue.Create(word))]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            // A signal arrives whatever a cell does. On Unix the sockets hear by the thread pool, which a cell may hold all of; on
            // Windows they have threads of their own, and there are no signals.
            ["interrupt_mode"] = OperatingSystem.IsWindows() ? "message" : "signal",
            ["metadata"] = new JsonObject { [Mark] = new JsonObject { ["engine"] = engine } },
        };
        Directory.CreateDirectory(folder);
        // In one step: a front end that looks just now reads the old one or the new one.
        var made = Path.Combine(folder, $"kernel.json.{Environment.ProcessId}");
        File.WriteAllText(made, spec.ToJsonString(_writing) + "\n");
        File.Move(made, Path.Combine(folder, "kernel.json"), overwrite: true);
    }

    /// <summary>The engine's folder that a kernelspec names; null where it is another engine's.</summary>
    public static string? Engine(string folder)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))?["metadata"]?[Mark]?["engine"];
        }
        catch (Exception error) when (error is IOException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Deletes what lies beside a kernelspec in its folder.</summary>
    public static void ClearBeside(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != "kernel.json")) File.Delete(file);
    }

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "kernel.json"));
}
