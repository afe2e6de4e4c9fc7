using System.Text;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary>Writes the kernel's messages: replies, questions, and what every client hears.</summary>
internal sealed class Replies(KernelSockets sockets)
{
    private readonly string _session = Guid.NewGuid().ToString();

    public void Reply(Request request, JsonObject content) => sockets.Send(
        request.Channel,
        Message(request.Message.Identities, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), request.Message.Header.Json, content));

    public void Ask(Request request, JsonObject content) =>
        sockets.Send(Channel.Stdin, Message(request.Message.Identities, "input_request", request.Message.Header.Json, content));

    /// <param name="parent">What it belongs to; null for what nobody asked for.</param>
    /// <param name="type">The message's type, which is its topic too.</param>
    /// <param name="content">What it says.</param>
    /// <param name="wait">Whether to wait while much is queued.</param>
    public void Publish(MessageHeader? parent, string type, JsonObject content, bool wait = false) =>
        sockets.Send(Channel.IoPub, Broadcast(parent, type, content), wait);

    public void PublishText(MessageHeader parent, string stream, string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(Outbox.MostText, text.Length - start);
            // Both halves of a surrogate pair stay in one message.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1])) length--;
            sockets.SendText(
                (parent.Id, stream),
                length == text.Length ? text : text.Substring(start, length),
                all => Broadcast(parent, "stream", new() { ["name"] = stream, ["text"] = all }));
            start += length;
        }
    }

    private WireMessage Broadcast(MessageHeader? parent, string type, JsonObject content) =>
        Message([Encoding.ASCII.GetBytes(type)], type, parent?.Json ?? WireMessage.NoParent, content);

    private WireMessage Message(IReadOnlyList<byte[]> to, string type, byte[] parent, JsonObject content) =>
        new(to, MessageHeader.New(_session, type), parent, [], content, []);
}
