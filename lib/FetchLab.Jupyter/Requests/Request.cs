using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary>A request that arrived.</summary>
/// <param name="Channel">Where, and where its reply goes.</param>
/// <param name="Message">It.</param>
/// <param name="Number">How many arrived before it, and one more.</param>
/// <param name="Back">The way back to the clients.</param>
internal sealed record Request(Channel Channel, WireMessage Message, long Number, Replies Back)
{
    public string Type => Message.Header.Type;

    public JsonObject Content => Message.Content;

    /// <summary>Answers its sender.</summary>
    public void Reply(JsonObject content) => Back.Reply(this, content);

    /// <summary>Tells every client something that belongs to it.</summary>
    public void Publish(string type, JsonObject content, bool wait = false) => Back.Publish(Message.Header, type, content, wait);
}
