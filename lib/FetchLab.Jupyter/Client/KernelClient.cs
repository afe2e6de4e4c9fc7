using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Speaks to one kernel: sends requests, and brings each answer to the request that it belongs to.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly string _session = Guid.NewGuid().ToString();
    // Every cell's: what its threads put out may come at any time.
    private readonly ConcurrentDictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    // Without a bound: a kernel throws away what nobody takes, and a cell's end would be among it.
#pragma warning disable CA2213 // Not disposed: a thread still reads what is in it.
    private readonly BlockingCollection<WireMessage> _broadcasts = [];
#pragma warning restore CA2213
    private readonly ClientSockets _sockets;
    private LanguageCell? _latest;
    private Exception? _end;

    /// <param name="file">Where the kernel listens, or will.</param>
    public KernelClient(ConnectionFile file)
    {
        _sockets = new(file, _session, OnMessage);
        // Not on the sockets' thread: a cell's outputs may have to wait, and an interrupt must not.
        InBackground("broadcasts", HearAll);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cell">The cell that it runs.</param>
    /// <param name="channel">Where it goes.</param>
    public Exchange Start(string type, JsonObject content, LanguageCell? cell = null, Channel channel = Channel.Shell)
    {
        var header = MessageHeader.New(_session, type);
        var exchange = _exchanges[header.Id] = new(header.Id, cell);
        if (cell is not null) Volatile.Write(ref _latest, cell);
        if (Volatile.Read(ref _end) is { } reason) exchange.Fail(reason);
        else _sockets.Send(channel, new([], header, WireMessage.NoParent, [], content, []));
        return exchange;
    }

    /// <summary>Sends a request that runs no cell, and waits for its reply.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<JsonObject> AskAsync(string type, JsonObject content, CancellationToken cancellationToken)
    {
        var exchange = Start(type, content);
        try
        {
            return await exchange.Reply.WaitAsync(cancellationToken);
        }
        finally
        {
            Forget(exchange);
        }
    }

    /// <summary>Lets go of a request, whose answers then are nobody's.</summary>
    public void Forget(Exchange exchange) => _exchanges.TryRemove(exchange.Id, out _);

    /// <summary>Fails every request that has no answer, and every one to come: the kernel has ended.</summary>
    public void End(Exception reason)
    {
        Volatile.Write(ref _end, reason);
        foreach (var exchange in _exchanges.Values) exchange.Fail(reason);
    }

    public void Dispose()
    {
        _sockets.Dispose();
        _broadcasts.CompleteAdding();
    }

    // On the sockets' thread.
    private void OnMessage(Channel channel, WireMessage message)
    {
        if (channel == Channel.IoPub)
        {
            if (!_broadcasts.IsAddingCompleted) _broadcasts.Add(message);
        }
        else if (Find(message) is { } exchange)
        {
            if (channel == Channel.Stdin) InBackground("question", () => Ask(exchange, message));
            else exchange.Answer(message.Content);
        }
    }

    private void HearAll()
    {
        foreach (var message in _broadcasts.GetConsumingEnumerable())
        {
            var exchange = Find(message);
            // What a thread prints while no cell runs belongs to the last one.
            if (Broadcasts.Output(message) is { } output) Put(exchange?.Cell ?? Volatile.Read(ref _latest), output);
            exchange?.Hear(message);
        }
    }

    private static void Put(LanguageCell? cell, CellOutput output)
    {
        try
        {
            cell?.Put(output);
        }
        catch (Exception error)
        {
            // Whoever shows one output badly still gets the others.
            Complaints.Write($"an output of {cell!.Name} was dropped: {error.Message}");
        }
    }

    private void Ask(Exchange exchange, WireMessage question)
    {
        try
        {
            if (exchange.Cell is not { Input: { } ask } cell) return;
            var typed = ask(question.Content.Text("prompt") ?? "", question.Content.Flag("password", false), cell.Stopping);
            _sockets.Send(Channel.Stdin, new([], MessageHeader.New(_session, "input_reply"), question.Header.Json, [], new() { ["value"] = typed }, []));
        }
        catch (Exception error)
        {
            // Also that of an interrupt, which reaches the code by itself.
            exchange.LeaveUnanswered(error);
        }
    }

    private Exchange? Find(WireMessage message) =>
        WireJson.ReadObject(message.Parent, "parent header").Text("msg_id") is { } id ? _exchanges.GetValueOrDefault(id) : null;

    private static void InBackground(string name, Action action) =>
        new Thread(() => action()) { IsBackground = true, Name = $"client's {name}" }.UnsafeStart();
}
