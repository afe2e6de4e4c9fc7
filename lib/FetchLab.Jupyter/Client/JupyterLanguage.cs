using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A connected kernel, as a session sees it.</summary>
internal sealed class JupyterLanguage(ConnectedKernel kernel, bool isPython) : ILanguage
{
    private static readonly TimeSpan _asking = TimeSpan.FromSeconds(2);
    // From a cell's reply to the last of its outputs. A kernel that says its state wrongly must not hang a notebook.
    private static readonly TimeSpan _lastOutput = TimeSpan.FromSeconds(10);

    private readonly PythonValues? _values = isPython ? new(kernel.Client) : null;

    /// <inheritdoc/>
    public string Name => kernel.Name;

    /// <summary>The kernel's process's id.</summary>
    internal int ProcessId => kernel.ProcessId;

    /// <inheritdoc/>
    public async Task RunAsync(string code, LanguageCell cell)
    {
        cell.Stopping.ThrowIfCancellationRequested();
        var exchange = kernel.Client.Start(
            "execute_request",
            new()
            {
                ["code"] = isPython ? PythonCode.KeepLines(code) : code, ["silent"] = false, ["store_history"] = true,
                ["user_expressions"] = new JsonObject(), ["allow_stdin"] = cell.Input is not null,
                // Nothing is queued behind it, and a kernel that aborts would abort the next cell too.
                ["stop_on_error"] = false,
            },
            cell);
        var ended = EndAsync(exchange);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = cell.Stopping.Register(stopped.SetResult);
        if (await Task.WhenAny(ended, stopped.Task, exchange.Unanswered) != ended) await Interruption.EndAsync(kernel, exchange, ended);
        cell.Stopping.ThrowIfCancellationRequested();
        if (exchange.Unanswered.IsCompleted) throw await exchange.Unanswered;
        var reply = await ended;
        if (reply.Text("status") == "error") throw Broadcasts.Error(reply);
        if (reply.Text("status") != "ok") throw new NotebookException($"'{Name}' has not run {cell.Name}; run it again.");
    }

    /// <inheritdoc/>
    public async Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken)
    {
        var request = new JsonObject { ["code"] = code, ["cursor_pos"] = CodePosition.ToCharacters(code, position) };
        if (await TryAskAsync("complete_request", request, cancellationToken) is not { } reply || reply.Text("status") != "ok") return null;
        var kinds = Kinds(reply);
        return new(
            CodePosition.ToUnits(code, reply.Number("cursor_start", 0)),
            CodePosition.ToUnits(code, reply.Number("cursor_end", 0)),
            [.. (reply["matches"] as JsonArray ?? []).Select(match => match!.ToString()).Select(text => new CompletionItem(text, kinds.GetValueOrDefault(text, "text")))]);
    }

    /// <inheritdoc/>
    public async Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken)
    {
        var request = new JsonObject { ["code"] = code, ["cursor_pos"] = CodePosition.ToCharacters(code, position), ["detail_level"] = 0 };
        if (await TryAskAsync("inspect_request", request, cancellationToken) is not { } reply || !reply.Flag("found", false)) return null;
        return new(Broadcasts.Data(reply).Content.Select(entry => KeyValuePair.Create(entry.Key, AnsiText.Plain(entry.Value))));
    }

    /// <inheritdoc/>
    public Task<object?> GetAsync(string name, CancellationToken cancellationToken) => Values.GetAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken) => Values.SetAsync(name, value, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => kernel.DisposeAsync();

    private PythonValues Values => _values
        ?? throw new NotebookException($"values cross only to and from Python, and '{Name}' is none; print the value there, or write it to a file.");

    // A kernel answers when its cell has ended; whoever types does not wait for that.
    private async Task<JsonObject?> TryAskAsync(string type, JsonObject content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_asking);
        try
        {
            return await kernel.Client.AskAsync(type, content, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (NotebookException)
        {
            // It has ended, which is for the next cell to say.
            return null;
        }
    }

    private static async Task<JsonObject> EndAsync(Exchange exchange)
    {
        var reply = await exchange.Reply;
        await Task.WhenAny(exchange.Idle, Task.Delay(_lastOutput));
        return reply;
    }

    private static Dictionary<string, string> Kinds(JsonObject reply)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in ((reply["metadata"] as JsonObject)?["_jupyter_types_experimental"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (item.Text("text") is { } text && item.Text("type") is { } kind) kinds[text] = Kind(kind);
        }

        return kinds;
    }

    // In the words that the session's other languages use.
    private static string Kind(string kind) => kind switch
    {
        "instance" or "statement" or "param" => "variable",
        "function" => "method",
        "module" => "namespace",
        "<unknown>" => "text",
        _ => kind,
    };
}
