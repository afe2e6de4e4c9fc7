using FetchLab.Notebooks;
using NetMQ;
using NetMQ.Sockets;

namespace FetchLab.Jupyter;

/// <summary>
/// The five sockets of a kernel. One thread owns them, because ZeroMQ's sockets belong to a thread: it reads requests,
/// sends what waits in the outbox and echoes heartbeats, and does nothing that takes long.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    // Messages that may wait for one slow client, of at most some 64 KB of text each, before it misses some.
    private const int MostUnread = 4096;
    private const int Burst = 64;
    private static readonly TimeSpan _linger = TimeSpan.FromMilliseconds(300);

    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly RouterSocket _stdin = new();
    private readonly PublisherSocket _ioPub = new();
    private readonly RouterSocket _heartbeat = new();
    private readonly NetMQQueue<bool> _signals = new();
    private readonly NetMQTimer _textIsDue = new(Outbox.TextDelay) { Enable = false };
    private readonly NetMQPoller _poller;
    private readonly Outbox _outbox;
    private readonly MessageSigner _signer;

    /// <param name="file">Where to listen; nothing listens anywhere else.</param>
    /// <param name="onMessage">Takes every message that is one, on the sockets' thread.</param>
    /// <exception cref="NotebookException">A port is taken.</exception>
    public KernelSockets(ConnectionFile file, Action<Channel, WireMessage> onMessage)
    {
        _signer = new(file.Key);
        _outbox = new(now => _signals.Enqueue(now));
        _ioPub.Options.SendHighWatermark = MostUnread;
        // A client that reconnects under its name takes the place of what is left of its last connection.
        _shell.Options.RouterHandover = _control.Options.RouterHandover = _stdin.Options.RouterHandover = true;
        Bind(_shell, file, file.ShellPort);
        Bind(_control, file, file.ControlPort);
        Bind(_stdin, file, file.StdinPort);
        Bind(_ioPub, file, file.IoPubPort);
        Bind(_heartbeat, file, file.HeartbeatPort);

        _shell.ReceiveReady += (_, _) => Inbox.Receive(_shell, Channel.Shell, _signer, onMessage);
        _control.ReceiveReady += (_, _) => Inbox.Receive(_control, Channel.Control, _signer, onMessage);
        _stdin.ReceiveReady += (_, _) => Inbox.Receive(_stdin, Channel.Stdin, _signer, onMessage);
        _heartbeat.ReceiveReady += (_, _) => Echo();
        _signals.ReceiveReady += (_, _) => SendWhenDue();
        _textIsDue.Elapsed += (_, _) => Send(openToo: true);
        _poller = [_shell, _control, _stdin, _heartbeat, _signals, _textIsDue];
    }

    /// <summary>Starts the thread.</summary>
    public void Start() => _poller.RunAsync("sockets");

    /// <summary>Sends a message, from any thread.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="message">It.</param>
    /// <param name="wait">Whether to wait while much else is queued: for what cells put out.</param>
    public void Send(Channel channel, WireMessage message, bool wait = false) => _outbox.Put(channel, message.ToFrames(_signer), wait);

    /// <summary>Sends text that may become one message with the text before and after it.</summary>
    public void SendText(object stream, string text, Func<string, WireMessage> message) =>
        _outbox.PutText(stream, text, all => message(all).ToFrames(_signer));

    /// <summary>Waits, as long as closed sockets linger, for what they still have to send. Closes those of clients.</summary>
    public static void Flush()
    {
        ClientSockets.CloseAll();
        NetMQConfig.Cleanup(block: true);
    }

    /// <summary>Hands over what waits, and closes. Not to be called by the sockets' thread.</summary>
    public void Dispose()
    {
        if (_outbox.IsClosed) return;
        _outbox.Close();
        if (_poller.IsRunning) _poller.Stop();
        Send(openToo: true, most: int.MaxValue);
        _poller.Dispose();
        _shell.Dispose();
        _control.Dispose();
        _stdin.Dispose();
        _ioPub.Dispose();
        _heartbeat.Dispose();
        _signals.Dispose();
    }

    private static void Bind(NetMQSocket socket, ConnectionFile file, int port)
    {
        socket.Options.Linger = _linger;
        socket.Options.IPv4Only = file.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        try
        {
            socket.Bind(file.Endpoint(port));
        }
        catch (NetMQException error)
        {
            throw new NotebookException($"the kernel cannot listen on {file.Address} port {port}: {error.Message.TrimEnd('.')}; a front end picks a free port, such as 50160.", error);
        }
    }

    private void Echo()
    {
        List<byte[]> frames = [];
        while (_heartbeat.TryReceiveMultipartBytes(ref frames!)) _heartbeat.TrySendMultipartBytes(TimeSpan.Zero, frames);
    }

    private void SendWhenDue()
    {
        var now = false;
        while (_signals.TryDequeue(out var signal, TimeSpan.Zero)) now |= signal;
        if (now) Send(openToo: false);
        else if (!_textIsDue.Enable) _textIsDue.EnableAndReset();
    }

    // A burst at a time: a cell that prints without end must not keep a request from being heard.
    private void Send(bool openToo, int most = Burst)
    {
        _textIsDue.Enable = false;
        for (var i = 0; i < most; i++)
        {
            if (!_outbox.TryTake(out var parcel, openToo))
            {
                if (!openToo && _outbox.IsWaiting) _textIsDue.EnableAndReset();
                return;
            }

            Socket(parcel.Channel).TrySendMultipartBytes(TimeSpan.Zero, parcel.Frames());
        }

        _signals.Enqueue(true);
    }

    private NetMQSocket Socket(Channel channel) => channel switch
    {
        Channel.Shell => _shell,
        Channel.Control => _control,
        Channel.Stdin => _stdin,
        _ => _ioPub,
    };
}
