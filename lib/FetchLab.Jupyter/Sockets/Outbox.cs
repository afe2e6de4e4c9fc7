using System.Text;

namespace FetchLab.Jupyter;

/// <summary>
/// What waits to be sent. Any thread puts in, the thread that owns the sockets takes out. Text that waits grows together
/// into one message; a writer that is far ahead waits.
/// </summary>
/// <param name="signal">Called, by one thread at a time, when something can be taken: now, or (false) after <see cref="TextDelay"/>.</param>
internal sealed class Outbox(Action<bool> signal)
{
    /// <summary>The most characters of one stream message.</summary>
    public const int MostText = 64 * 1024;

    // Text of this length goes at once.
    private const int Ready = MostText / 2;
    private const int MostWaiting = 4 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly Queue<Parcel> _parcels = new();
    private Text? _open;
    private long _waiting;
    private bool _closed;

    /// <summary>How long text may wait for more.</summary>
    public static TimeSpan TextDelay { get; } = TimeSpan.FromMilliseconds(15);

    /// <summary>Whether anything waits.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (_gate) return _parcels.Count > 0;
        }
    }

    /// <summary>Whether nothing more is taken in.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate) return _closed;
        }
    }

    /// <summary>Puts a message behind all that waits.</summary>
    /// <param name="channel">Where it goes.</param>
    /// <param name="frames">It.</param>
    /// <param name="wait">Whether the writer waits while too much is queued. What the sockets' own thread puts must not.</param>
    public void Put(Channel channel, byte[][] frames, bool wait)
    {
        var size = frames.Sum(frame => (long)frame.Length);
        Guarded(wait, () =>
        {
            Add(new Parcel(channel, () => frames, size));
            return true;
        });
    }

    /// <summary>Puts text behind all that waits, into the message before it where that is of the same stream and cell.</summary>
    /// <param name="stream">Whose text it is: equal for what may become one message.</param>
    /// <param name="text">At most <see cref="MostText"/> characters.</param>
    /// <param name="frames">Makes the message.</param>
    public void PutText(object stream, string text, Func<string, byte[][]> frames) => Guarded(wait: true, () =>
    {
        if (_open is { } open && open.Stream.Equals(stream) && open.Builder.Length + text.Length <= MostText)
        {
            var wasReady = open.Parcel.Size >= Ready;
            open.Builder.Append(text);
            open.Parcel.Size += text.Length;
            _waiting += text.Length;
            return !wasReady && open.Parcel.Size >= Ready ? true : null;
        }

        var builder = new StringBuilder(text);
        var parcel = new Parcel(Channel.IoPub, () => frames(builder.ToString()), text.Length);
        Add(parcel);
        _open = new(stream, builder, parcel);
        return parcel.Size >= Ready;
    });

    /// <summary>Takes the next message.</summary>
    /// <param name="parcel">It.</param>
    /// <param name="openToo">Whether to take text that could still grow.</param>
    public bool TryTake(out Parcel parcel, bool openToo)
    {
        lock (_gate)
        {
            if (!_parcels.TryPeek(out parcel!) || (!openToo && parcel == _open?.Parcel && parcel.Size < Ready)) return false;
            _parcels.Dequeue();
            if (parcel == _open?.Parcel) _open = null;
            _waiting -= parcel.Size;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Lets every waiting writer go; what comes now is dropped.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Add(Parcel parcel)
    {
        _open = null;
        _parcels.Enqueue(parcel);
        _waiting += parcel.Size;
    }

    // An interrupted cell's thread may be ended anywhere but in a finally block: there the queue stays whole.
    private void Guarded(bool wait, Func<bool?> put)
    {
        try
        {
        }
        finally
        {
            lock (_gate)
            {
                while (wait && _waiting > MostWaiting && !_closed) Monitor.Wait(_gate);
                if (!_closed && put() is { } now) signal(now);
            }
        }
    }

    /// <summary>A message that waits.</summary>
    internal sealed class Parcel(Channel channel, Func<byte[][]> frames, long size)
    {
        public Channel Channel => channel;

        public long Size { get; set; } = size;

        public byte[][] Frames() => frames();
    }

    private sealed record Text(object Stream, StringBuilder Builder, Parcel Parcel);
}
