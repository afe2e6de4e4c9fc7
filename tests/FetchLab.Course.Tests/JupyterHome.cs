using System.Text.Json;

namespace FetchLab.Course.Tests;

/// <summary>A place for Jupyter of a test's own, with this build's kernel and nothing of the user's.</summary>
internal static class JupyterHome
{
    /// <summary>Writes the kernel's spec below a folder.</summary>
    /// <returns>The environment in which Jupyter's programs find it.</returns>
    public static IReadOnlyDictionary<string, string> Make(string folder)
    {
        var spec = Directory.CreateDirectory(Path.Combine(folder, "share", "jupyter", "kernels", ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(spec, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = new[] { "dotnet", Command.Program, "kernel", "{connection_file}" },
            display_name = ".NET (C#)",
            language = "C#",
            interrupt_mode = "signal",
        }));
        return At(folder);
    }

    /// <summary>The environment in which Jupyter's programs find the kernels below a prefix, and keep their own files beside them.</summary>
    public static IReadOnlyDictionary<string, string> At(string prefix) => new Dictionary<string, string>
    {
        ["JUPYTER_PATH"] = Path.Combine(prefix, "share", "jupyter"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(prefix, "config"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(prefix, "data"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(prefix, "runtime"),
    };
}
