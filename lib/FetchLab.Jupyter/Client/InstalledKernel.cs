using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A kernelspec: how a kernel is started.</summary>
/// <param name="Spec">Its name, such as <c>python3</c>.</param>
/// <param name="Folder">The folder that it lies in.</param>
/// <param name="Command">The program's whole path, and its arguments, with places for what differs from start to start.</param>
/// <param name="Environment">Variables that the kernel gets besides.</param>
/// <param name="InterruptsByMessage">Whether it is interrupted by a message instead of by a signal.</param>
internal sealed partial record InstalledKernel(
    string Spec, string Folder, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment, bool InterruptsByMessage)
{
    /// <summary>Finds an installed kernel.</summary>
    /// <param name="name">What cells are to call it.</param>
    /// <param name="spec">The kernelspec's name; as in Jupyter, its case does not matter.</param>
    /// <param name="folders">The folders that hold a folder for each kernel.</param>
    /// <exception cref="LanguageMissingException">There is none, or its program is not there.</exception>
    /// <exception cref="NotebookException">Its file says nothing that can be started.</exception>
    public static InstalledKernel Find(string name, string spec, IEnumerable<string> folders)
    {
        if (!SpecName().IsMatch(spec))
            throw new NotebookException($"a kernelspec's name consists of letters, digits, '.', '-' and '_', but was '{spec}'; try --kernel-spec python3.");
        var folder = folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).FirstOrDefault(folder =>
            Path.GetFileName(folder).Equals(spec, StringComparison.OrdinalIgnoreCase) && File.Exists(Path.Combine(folder, "kernel.json")));
        return folder is null ? throw MissingKernel.Spec(name, spec) : Read(name, spec, folder);
    }

    /// <summary>The command for one start.</summary>
    public IReadOnlyList<string> CommandFor(string connectionFile) => [.. Command.Select(word => word
        .Replace("{connection_file}", connectionFile, StringComparison.Ordinal)
        .Replace("{resource_dir}", Folder, StringComparison.Ordinal))];

    private static InstalledKernel Read(string name, string spec, string folder)
    {
        var file = Path.Combine(folder, "kernel.json");
        JsonObject? json = null;
        try
        {
            json = JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // The sentence below is for what cannot be read, too.
        }

        var argv = Texts(json?["argv"]);
        if (json is null || argv is not [var program, ..])
            throw new NotebookException($"the kernelspec {file} names no command; it should have \"argv\": [\"python3\", \"-m\", \"ipykernel_launcher\", \"-f\", \"{{connection_file}}\"].");
        var path = Program(program.Replace("{resource_dir}", folder, StringComparison.Ordinal)) ?? throw MissingKernel.Program(name, spec, program);
        var environment = (json["env"] as JsonObject ?? [])
            .Where(entry => entry.Value is JsonValue value && value.TryGetValue(out string? _))
            .ToDictionary(entry => entry.Key, entry => Expanded(entry.Value!.GetValue<string>()), StringComparer.Ordinal);
        return new(spec, folder, [path, .. argv.Skip(1)], environment, json.Text("interrupt_mode") == "message");
    }

    // Some systems have one of these two names only.
    private static string? Program(string program) => ProgramPath.Find(program) ?? program switch
    {
        "python" => ProgramPath.Find("python3"),
        "python3" => ProgramPath.Find("python"),
        _ => null,
    };

    private static IReadOnlyList<string>? Texts(JsonNode? node) =>
        node is JsonArray words && words.All(word => word is JsonValue value && value.TryGetValue(out string? _)) ? [.. words.Select(word => word!.GetValue<string>())] : null;

    private static string Expanded(string value) =>
        Variable().Replace(value, match => System.Environment.GetEnvironmentVariable(match.Groups[1].Value) ?? match.Value);

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex SpecName();

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Variable();
}
