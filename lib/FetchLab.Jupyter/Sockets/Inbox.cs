using NetMQ;

namespace FetchLab.Jupyter;

/// <summary>Reads what has arrived at a socket.</summary>
internal static class Inbox
{
    // At most so much at a time: a socket at which much arrives must not keep the others waiting.
    private const int Burst = 64;

    /// <summary>Hands on every message that is one, on the thread that owns the socket.</summary>
    public static void Receive(NetMQSocket socket, Channel channel, MessageSigner signer, Action<Channel, WireMessage> onMessage)
    {
        List<byte[]> frames = [];
        for (var i = 0; i < Burst && socket.TryReceiveMultipartBytes(ref frames!); i++)
        {
            try
            {
                onMessage(channel, WireMessage.Read(frames, signer));
            }
            catch (Exception error)
            {
                // Whatever a message makes go wrong, the thread that hears the next one must go on.
                Complaints.Write($"a message on {channel} was dropped: {error.Message}.");
            }

            // A request may be kept for long; the next one gets a list of its own.
            frames = [];
        }
    }
}
