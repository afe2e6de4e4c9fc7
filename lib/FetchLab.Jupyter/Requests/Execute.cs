using System.Globalization;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary><c>execute</c>: runs a cell.</summary>
internal sealed class Execute(INotebookSession session, History history, Input input)
{
    // A client's cells up to this request are given up, because one before them failed.
    private readonly Dictionary<string, long> _abandoned = new(StringComparer.Ordinal);
    private int _count;

    /// <param name="request">The request.</param>
    /// <param name="latest">The number of the latest request that has arrived.</param>
    /// <param name="interrupted">Interrupts the cell.</param>
    public async Task<JsonObject> ReplyAsync(Request request, Func<long> latest, CancellationToken interrupted)
    {
        var client = request.Message.Header.Session;
        if (_abandoned.TryGetValue(client, out var last) && request.Number <= last) return new() { ["status"] = "aborted" };

        var content = request.Content;
        var code = content.Text("code") ?? "";
        var silent = content.Flag("silent", false);
        var kept = !silent && content.Flag("store_history", true);
        var number = _count + 1;
        if (kept) _count = number;
        if (!silent) request.Publish("execute_input", new() { ["code"] = code, ["execution_count"] = number });
        if (session is ILiveSession live)
            live.Input = content.Flag("allow_stdin", true) ? (prompt, password, stop) => input.Ask(request, prompt, password, stop) : null;

        var sink = new CellSink(request, number, silent);
        var error = await RunAsync(code, number, sink, interrupted);
        if (kept) history.Add(number, code, sink.Result);
        if (error is not null && content.Flag("stop_on_error", true)) _abandoned[client] = latest();

        var reply = error is null ? new JsonObject { ["payload"] = new JsonArray() } : CellSink.ErrorContent(error);
        reply["status"] = error is null ? "ok" : "error";
        reply["execution_count"] = number;
        reply["user_expressions"] = error is null ? await EvaluateAsync(request, number, interrupted) : new JsonObject();
        return reply;
    }

    private async Task<ErrorOutput?> RunAsync(string code, int number, CellSink sink, CancellationToken interrupted, Action<CellOutput>? alsoTo = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        try
        {
            if (await session.ExecuteAsync(new(code, name), sink.Put + alsoTo, interrupted)) return null;
        }
        catch (OperationCanceledException)
        {
            // It had not begun.
        }

        if (sink.Error is null) sink.Put(new ErrorOutput("KeyboardInterrupt", "the cell was interrupted.", ["The cell was interrupted."]));
        return sink.Error;
    }

    private async Task<JsonObject> EvaluateAsync(Request request, int number, CancellationToken interrupted)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            MimeBundle? value = null;
            var quiet = new CellSink(request, number, silent: true);
            var error = await RunAsync(
                expression is JsonValue text && text.TryGetValue(out string? code) ? code : "",
                number,
                quiet,
                interrupted,
                output => value = (output as ResultOutput)?.Data ?? value);
            values[name] = error is null
                ? new JsonObject { ["status"] = "ok", ["data"] = value?.ToJson() ?? [], ["metadata"] = new JsonObject() }
                : CellSink.ErrorContent(error);
            if (error is not null) values[name]!["status"] = "error";
        }

        return values;
    }
}
