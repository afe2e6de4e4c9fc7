using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A request to a kernel, and what is known of its answer.</summary>
/// <param name="id">By what the answers name it.</param>
/// <param name="cell">The cell that it runs; null where it runs none.</param>
internal sealed class Exchange(string id, LanguageCell? cell)
{
    private readonly TaskCompletionSource<JsonObject> _reply = New<JsonObject>();
    private readonly TaskCompletionSource<bool> _heard = New<bool>();
    private readonly TaskCompletionSource<bool> _begun = New<bool>();
    private readonly TaskCompletionSource<bool> _idle = New<bool>();
    private readonly TaskCompletionSource<Exception> _unanswered = New<Exception>();

    public string Id => id;

    public LanguageCell? Cell => cell;

    /// <summary>The reply's content. Fails where the kernel has ended.</summary>
    public Task<JsonObject> Reply => _reply.Task;

    /// <summary>Whether anything was broadcast for it.</summary>
    public Task Heard => _heard.Task;

    /// <summary>Whether its code runs: from here on an interrupt is for it.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Whether everything that it put out has arrived.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Why a question of its code stays without an answer, once one does.</summary>
    public Task<Exception> Unanswered => _unanswered.Task;

    public void Answer(JsonObject reply) => _reply.TrySetResult(reply);

    public void LeaveUnanswered(Exception reason) => _unanswered.TrySetResult(reason);

    public void Hear(WireMessage message)
    {
        _heard.TrySetResult(true);
        if (message.Header.Type == "execute_input") _begun.TrySetResult(true);
        if (message.Header.Type == "status" && message.Content.Text("execution_state") == "idle") _idle.TrySetResult(true);
    }

    public void Fail(Exception reason)
    {
        if (!_reply.TrySetException(reason)) _idle.TrySetResult(true);
        // Seen: nobody may be waiting.
        _ = _reply.Task.Exception;
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
