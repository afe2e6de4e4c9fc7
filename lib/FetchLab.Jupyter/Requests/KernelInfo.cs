using System.Reflection;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary><c>kernel_info</c>: what this kernel is.</summary>
internal static class KernelInfo
{
    private static readonly string _version =
        typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageHeader.Protocol,
        ["implementation"] = "fetchlab",
        ["implementation_version"] = _version,
        ["language_info"] = new JsonObject
        {
            // Not 'C#': editors take it for their own id of the language, and write it into every cell.
            ["name"] = "csharp",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"FetchLab {_version}: C# 14 on .NET {Environment.Version}",
        ["help_links"] = new JsonArray(),
    };
}
