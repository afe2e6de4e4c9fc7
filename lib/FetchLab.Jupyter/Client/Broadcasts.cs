using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>What kernels broadcast, as outputs of a cell.</summary>
internal static class Broadcasts
{
    /// <summary>The output that a message is; null for one that is none, or that the request's reply says too.</summary>
    public static CellOutput? Output(WireMessage message)
    {
        var content = message.Content;
        return message.Header.Type switch
        {
            "stream" => new StreamOutput(content.Text("name") == "stderr" ? "stderr" : "stdout", content.Text("text") ?? ""),
            "display_data" => new DisplayOutput(Data(content), DisplayId(content) ?? Guid.NewGuid().ToString()),
            "update_display_data" when DisplayId(content) is { } id => new UpdateOutput(Data(content), id),
            "execute_result" => new ResultOutput(Data(content)),
            "clear_output" => new ClearOutput(content.Flag("wait", false)),
            _ => null,
        };
    }

    /// <summary>A failed request's reply, in the words of its language.</summary>
    public static LanguageErrorException Error(JsonObject reply)
    {
        var (name, message) = (reply.Text("ename") ?? "Error", AnsiText.Plain(reply.Text("evalue") ?? ""));
        List<string> lines = [.. (reply["traceback"] as JsonArray ?? []).Select(line => AnsiText.Plain(line?.ToString() ?? ""))];
        if (lines.Count == 0) lines.Add($"{name}: {message}");
        return new(name, message, lines);
    }

    public static MimeBundle Data(JsonObject content) => MimeBundle.FromJson(content["data"] as JsonObject ?? []);

    private static string? DisplayId(JsonObject content) => (content["transient"] as JsonObject)?.Text("display_id");
}
