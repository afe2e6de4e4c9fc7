using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace FetchLab.Jupyter.Tests;

/// <summary>A Jupyter client, as small as these tests need it.</summary>
internal sealed class Client : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly SubscriberSocket _ioPub = new();
    private readonly MessageSigner _signer;
    private readonly string _session = Guid.NewGuid().ToString();

    /// <param name="file">Where the kernel listens.</param>
    /// <param name="greets">Whether to wait until it answers, and nothing that it says is missed.</param>
    /// <param name="name">By which name its connections are known; one of their own where none is given.</param>
    public Client(ConnectionFile file, bool greets = true, byte[]? name = null)
    {
        if (name is not null) _shell.Options.Identity = _control.Options.Identity = name;
        _signer = new(file.Key);
        _shell.Connect(file.Endpoint(file.ShellPort));
        _control.Connect(file.Endpoint(file.ControlPort));
        _ioPub.SubscribeToAnyTopic();
        _ioPub.Connect(file.Endpoint(file.IoPubPort));
        if (!greets) return;
        // A subscription takes a moment to arrive; once a broadcast is heard, none is missed any more.
        do Ask("kernel_info_request");
        while (!_ioPub.TryReceiveMultipartMessage(TimeSpan.FromMilliseconds(200), ref _heard));
        while (_ioPub.TryReceiveMultipartMessage(TimeSpan.FromMilliseconds(200), ref _heard)) continue;
    }

    private NetMQMessage? _heard;

    /// <summary>Sends a request, and gives the id by which its answers name it.</summary>
    public string Send(string type, JsonObject? content = null, bool control = false)
    {
        var header = MessageHeader.New(_session, type);
        SendFrames(new WireMessage([], header, WireMessage.NoParent, [], content ?? [], []).ToFrames(_signer), control);
        return header.Id;
    }

    public void SendFrames(IEnumerable<byte[]> frames, bool control = false) => (control ? _control : _shell).SendMultipartBytes(frames);

    /// <summary>Waits for the next reply.</summary>
    public WireMessage Reply(bool control = false) => Receive(control ? _control : _shell);

    public JsonObject Ask(string type, JsonObject? content = null, bool control = false)
    {
        Send(type, content, control);
        return Reply(control).Content;
    }

    /// <summary>What is broadcast for a request, from busy to idle. What belongs to others is passed over.</summary>
    public IReadOnlyList<WireMessage> Broadcasts(string id)
    {
        var found = new List<WireMessage>();
        while (found is not [.., { Header.Type: "status" } last] || last.Content.Text("execution_state") != "idle")
        {
            if (Next() is var message && Parent(message) == id) found.Add(message);
        }

        return found;
    }

    /// <summary>The next broadcast, whatever it belongs to.</summary>
    public WireMessage Next() => Receive(_ioPub);

    public (JsonObject Reply, IReadOnlyList<WireMessage> Broadcasts) Execute(string code, JsonObject? options = null)
    {
        var content = options ?? [];
        content["code"] = code;
        var id = Send("execute_request", content);
        return (Reply().Content, Broadcasts(id));
    }

    /// <summary>Sends a cell, and waits until it runs.</summary>
    public void Begin(string code)
    {
        var id = Send("execute_request", new() { ["code"] = $"Console.Write(\"on\");\n{code}", ["allow_stdin"] = true });
        while (Next() is var message && !(message.Header.Type == "stream" && Parent(message) == id)) continue;
    }

    public static string? Parent(WireMessage message) => WireJson.ReadObject(message.Parent, "parent").Text("msg_id");

    public void Dispose()
    {
        _shell.Dispose();
        _control.Dispose();
        _ioPub.Dispose();
    }

    private WireMessage Receive(NetMQSocket socket)
    {
        NetMQMessage? frames = null;
        Assert.True(socket.TryReceiveMultipartMessage(_patience, ref frames), $"nothing came in {_patience.TotalSeconds} s.");
        return Read(frames!);
    }

    private WireMessage Read(NetMQMessage frames) => WireMessage.Read([.. frames.Select(frame => frame.ToByteArray())], _signer);
}
