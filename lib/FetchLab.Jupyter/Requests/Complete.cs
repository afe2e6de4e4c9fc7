using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary><c>complete</c>: what could stand at the cursor.</summary>
internal static class Complete
{
    public static async Task<JsonObject> ReplyAsync(ILiveSession? session, JsonObject content, CancellationToken cancellationToken)
    {
        var code = content.Text("code") ?? "";
        var cursor = CodePosition.ToUnits(code, content.Number("cursor_pos", int.MaxValue));
        var found = session is null ? new(cursor, cursor, []) : await session.CompleteAsync(code, cursor, cancellationToken);
        var (start, end) = (CodePosition.ToCharacters(code, found.Start), CodePosition.ToCharacters(code, found.End));
        return new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol's text, but what the front ends read to show each match's kind.
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => new JsonObject
                {
                    ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind,
                })]),
            },
        };
    }
}
