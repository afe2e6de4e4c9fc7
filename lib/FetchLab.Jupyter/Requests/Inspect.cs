using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary><c>inspect</c>: what is known of the symbol at the cursor.</summary>
internal static class Inspect
{
    public static async Task<JsonObject> ReplyAsync(ILiveSession? session, JsonObject content, CancellationToken cancellationToken)
    {
        var code = content.Text("code") ?? "";
        var cursor = CodePosition.ToUnits(code, content.Number("cursor_pos", int.MaxValue));
        var found = session is null ? null : await session.InspectAsync(code, cursor, cancellationToken);
        return new()
        {
            ["status"] = "ok", ["found"] = found is not null, ["data"] = found?.ToJson() ?? [], ["metadata"] = new JsonObject(),
        };
    }
}
