using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary><c>input_request</c> and <c>input_reply</c>: a cell asks the person who runs it.</summary>
internal sealed class Input
{
    private readonly Lock _oneAtATime = new();
    private TaskCompletionSource<string>? _asked;

    /// <summary>Asks the client that sent a request, and waits for what is typed there.</summary>
    public string Ask(Request request, string prompt, bool password, CancellationToken cancellationToken)
    {
        lock (_oneAtATime)
        {
            var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _asked, asked);
            try
            {
                request.Back.Ask(request, new() { ["prompt"] = prompt, ["password"] = password });
                asked.Task.Wait(cancellationToken);
                return asked.Task.Result;
            }
            finally
            {
                Volatile.Write(ref _asked, null);
            }
        }
    }

    /// <summary>Takes an answer. One that nobody waits for, of an interrupted cell say, is dropped.</summary>
    public void Answer(JsonObject content) => Volatile.Read(ref _asked)?.TrySetResult(content.Text("value") ?? "");
}
