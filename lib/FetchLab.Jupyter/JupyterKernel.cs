using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A Jupyter kernel: answers clients, and runs their cells in one session, one at a time, in order.</summary>
/// <remarks>It speaks version 5.3 of the protocol, and claims no debugger.</remarks>
public sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(3);

#pragma warning disable CA2213 // Not disposed: a thread waits in it as long as the process lives.
    private readonly BlockingCollection<Request> _queue = [];
#pragma warning restore CA2213
    private readonly TaskCompletionSource _ended = new();
    private readonly History _history = new();
    private readonly Input _input = new();
    private readonly Execute _execute;
    private readonly ILiveSession? _live;
    private readonly KernelSockets _sockets;
    private readonly Replies _back;
    private CancellationTokenSource? _running;
    private bool _hasRun; // Before, nobody types: a kernel may only have been asked what it is.
    private bool _isPrepared;
    private volatile bool _runsCell;
    private long _latest;

    /// <param name="file">Where to listen.</param>
    /// <param name="session">What runs the cells. It stays its owner's.</param>
    /// <exception cref="NotebookException">A port is taken.</exception>
    public JupyterKernel(ConnectionFile file, INotebookSession session)
    {
        _live = session as ILiveSession;
        _execute = new(session, _history, _input);
        _sockets = new(file, OnMessage);
        _back = new(_sockets);
    }

    /// <summary>Answers until a client asks for the end, or <see cref="End"/> is called.</summary>
    /// <remarks>On threads of its own: a cell may hold every thread of the pool, and must be interrupted all the same.</remarks>
    public void Run()
    {
        _back.Publish(parent: null, "status", new() { ["execution_state"] = "starting" });
        _sockets.Start();
        InBackground("requests", AnswerAll);
        InBackground("pool relief", () => new PoolRelief(() => !_runsCell).Watch(_ended.Task));
        _ended.Task.Wait();
    }

    /// <summary>Ends what <see cref="Run"/> does.</summary>
    public void End() => _ended.TrySetResult();

    /// <summary>Interrupts the cell that is running, if one is.</summary>
    public void Interrupt()
    {
        // Elsewhere: what a session does to stop a cell must not hold up who asks for it.
        if (Volatile.Read(ref _running) is { } running) InBackground("interrupt", () => Cancel(running));
    }

    /// <summary>Waits, for less than a second, until what kernels of this process sent last is on its way. They must be disposed.</summary>
    public static void Flush() => KernelSockets.Flush();

    /// <summary>Hands over what waits to be sent, and closes the sockets.</summary>
    public void Dispose() => _sockets.Dispose();

    // On the sockets' thread.
    private void OnMessage(Channel channel, WireMessage message)
    {
        var request = new Request(channel, message, Interlocked.Increment(ref _latest), _back);
        if (channel == Channel.Stdin) _input.Answer(message.Content);
        else if (channel == Channel.Shell && request.Type != "shutdown_request") _queue.Add(request);
        else Answer(request, Control(request));
    }

    private JsonObject? Control(Request request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return KernelInfo.Reply();
            case "interrupt_request":
                Interrupt();
                return new() { ["status"] = "ok" };
            case "shutdown_request":
                return new() { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", false) };
            default:
                throw new FormatException($"'{request.Type}' is no request that is answered there");
        }
    }

    private void AnswerAll()
    {
        while (true)
        {
            var request = Next();
            using var interrupted = new CancellationTokenSource();
            // Before the client hears 'busy', and interrupts.
            Volatile.Write(ref _running, interrupted);
            try
            {
                Status(request, "busy");
                if (ShellAsync(request, interrupted.Token).GetAwaiter().GetResult() is { } reply) request.Reply(reply);
            }
            catch (Exception error)
            {
                Complaints.Write($"a {request.Type} was not answered: {error.Message}");
                request.Reply(Failure(error));
            }
            finally
            {
                Volatile.Write(ref _running, null);
                Status(request, "idle");
            }
        }
    }

    private Request Next()
    {
        if (!_hasRun || _isPrepared) return _queue.Take();
        if (_queue.TryTake(out var request, _pause)) return request;
        // Whoever reads what a cell has shown types next. Earlier it would take the time of that cell.
        _isPrepared = true;
        InBackground("prepares completion", Prepare);
        return _queue.Take();
    }

    private void Prepare()
    {
        try
        {
            _live?.PrepareLanguageAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            // The first completion will meet it again, and tell its client.
            Complaints.Write($"completion could not be prepared: {error.Message}");
        }
    }

    private async Task<JsonObject?> ShellAsync(Request request, CancellationToken interrupted) => request.Type switch
    {
        "kernel_info_request" => KernelInfo.Reply(),
        "execute_request" => await ExecuteAsync(request, interrupted),
        "complete_request" => await Complete.ReplyAsync(_live, request.Content, interrupted),
        "inspect_request" => await Inspect.ReplyAsync(_live, request.Content, interrupted),
        "is_complete_request" => IsComplete.Reply(_live, request.Content),
        "history_request" => _history.Reply(request.Content),
        "comm_info_request" => new() { ["status"] = "ok", ["comms"] = new JsonObject() },
        _ => Comm(request),
    };

    private async Task<JsonObject?> ExecuteAsync(Request request, CancellationToken interrupted)
    {
        _hasRun = _runsCell = true;
        try
        {
            return await _execute.ReplyAsync(request, () => Interlocked.Read(ref _latest), interrupted);
        }
        finally
        {
            _runsCell = false;
        }
    }

    // No comm has another end here, so whoever opens one hears that it is closed.
    private static JsonObject? Comm(Request request)
    {
        if (request.Type == "comm_open")
            request.Publish("comm_close", new() { ["comm_id"] = request.Content.Text("comm_id") ?? "", ["data"] = new JsonObject() });
        else if (request.Type is not ("comm_msg" or "comm_close")) Complaints.Write($"'{request.Type}' is no request that this kernel knows.");
        return null;
    }

    private void Answer(Request request, JsonObject? reply)
    {
        Status(request, "busy");
        if (reply is not null) request.Reply(reply);
        if (request.Type == "shutdown_request") request.Publish("shutdown_reply", (JsonObject)reply!.DeepClone());
        Status(request, "idle");
        // Last: from here on nothing more is taken in to be sent.
        if (request.Type == "shutdown_request") End();
    }

    private static void Status(Request request, string state) => request.Publish("status", new() { ["execution_state"] = state });

    private static void Cancel(CancellationTokenSource running)
    {
        try
        {
            running.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cell has ended meanwhile, by itself.
        }
        catch (AggregateException error)
        {
            Complaints.Write($"an interrupt met {error.Message}.");
        }
    }

    private static void InBackground(string name, Action action) => new Thread(() => action()) { IsBackground = true, Name = name }.UnsafeStart();

    private static JsonObject Failure(Exception error)
    {
        var content = CellSink.ErrorContent(new(error.GetType().Name, error.Message, [error.Message]));
        content["status"] = "error";
        return content;
    }
}
