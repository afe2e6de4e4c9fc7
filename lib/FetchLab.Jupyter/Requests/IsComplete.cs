using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary><c>is_complete</c>: whether Enter runs a cell, or goes on with it.</summary>
internal static class IsComplete
{
    private const string Step = "    ";

    public static JsonObject Reply(ILiveSession? session, JsonObject content)
    {
        var code = content.Text("code") ?? "";
        return session?.CheckComplete(code) switch
        {
            Completeness.Complete => new() { ["status"] = "complete" },
            Completeness.Invalid => new() { ["status"] = "invalid" },
            Completeness.Incomplete => new() { ["status"] = "incomplete", ["indent"] = Indent(code) },
            _ => new() { ["status"] = "unknown" },
        };
    }

    // As deep as the last line, and a step deeper behind what it opens.
    private static string Indent(string code)
    {
        var line = code.TrimEnd().Split('\n')[^1];
        var depth = line[..^line.TrimStart().Length];
        return line.EndsWith('{') || line.EndsWith('(') || line.EndsWith('[') ? depth + Step : depth;
    }
}
