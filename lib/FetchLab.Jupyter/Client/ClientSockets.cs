using System.Collections.Concurrent;
using System.Text;
using NetMQ;
using NetMQ.Sockets;

namespace FetchLab.Jupyter;

/// <summary>
/// A client's four sockets. One thread owns them, because ZeroMQ's sockets belong to a thread: it reads what arrives,
/// sends what waits in the outbox, and does nothing that takes long.
/// </summary>
internal sealed class ClientSockets : IDisposable
{
    private static readonly TimeSpan _linger = TimeSpan.FromMilliseconds(300);
    private static readonly ConcurrentDictionary<ClientSockets, bool> _open = new();

    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly DealerSocket _stdin = new();
    private readonly SubscriberSocket _ioPub = new();
    private readonly NetMQQueue<bool> _signals = new();
    private readonly NetMQPoller _poller;
    private readonly Outbox _outbox;
    private readonly MessageSigner _signer;

    /// <param name="file">Where the kernel listens.</param>
    /// <param name="session">By which name the kernel finds its way back.</param>
    /// <param name="onMessage">Takes every message that is one, on the sockets' thread.</param>
    public ClientSockets(ConnectionFile file, string session, Action<Channel, WireMessage> onMessage)
    {
        _signer = new(file.Key);
        _outbox = new(_ => _signals.Enqueue(true));
        // One name on all of them: a question comes by stdin to whoever has asked by shell.
        var name = Encoding.ASCII.GetBytes(session);
        _shell.Options.Identity = _control.Options.Identity = _stdin.Options.Identity = name;
        _ioPub.SubscribeToAnyTopic();
        // Read at once, whatever becomes of it: what a kernel cannot hand over it throws away.
        _ioPub.Options.ReceiveHighWatermark = 0;
        Connect(_shell, Channel.Shell, file.Endpoint(file.ShellPort));
        Connect(_control, Channel.Control, file.Endpoint(file.ControlPort));
        Connect(_stdin, Channel.Stdin, file.Endpoint(file.StdinPort));
        Connect(_ioPub, Channel.IoPub, file.Endpoint(file.IoPubPort));
        _signals.ReceiveReady += (_, _) => SendAll();
        _poller = [_shell, _control, _stdin, _ioPub, _signals];
        _open[this] = true;
        _poller.RunAsync("client's sockets");

        void Connect(NetMQSocket socket, Channel channel, string endpoint)
        {
            socket.Options.Linger = _linger;
            socket.ReceiveReady += (_, _) => Inbox.Receive(socket, channel, _signer, onMessage);
            socket.Connect(endpoint);
        }
    }

    /// <summary>Closes those of every client: nothing can wait for the last messages while a socket is open.</summary>
    public static void CloseAll()
    {
        foreach (var sockets in _open.Keys) sockets.Dispose();
    }

    /// <summary>Sends a message, from any thread.</summary>
    public void Send(Channel channel, WireMessage message) => _outbox.Put(channel, message.ToFrames(_signer), wait: false);

    /// <summary>Hands over what waits, and closes. Not to be called by the sockets' thread.</summary>
    public void Dispose()
    {
        if (!_open.TryRemove(this, out _)) return;
        _outbox.Close();
        _poller.Stop();
        SendAll();
        _poller.Dispose();
        _shell.Dispose();
        _control.Dispose();
        _stdin.Dispose();
        _ioPub.Dispose();
        _signals.Dispose();
    }

    private void SendAll()
    {
        while (_signals.TryDequeue(out _, TimeSpan.Zero)) continue;
        while (_outbox.TryTake(out var parcel, openToo: true)) Socket(parcel.Channel).TrySendMultipartBytes(TimeSpan.Zero, parcel.Frames());
    }

    private DealerSocket Socket(Channel channel) => channel switch
    {
        Channel.Control => _control,
        Channel.Stdin => _stdin,
        _ => _shell,
    };
}
