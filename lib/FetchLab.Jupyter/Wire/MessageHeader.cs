using System.Globalization;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary>Who sent a message, and what it is.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Session">Its sender's id.</param>
/// <param name="Type">What it is, such as <c>execute_request</c>.</param>
/// <param name="Json">
/// The header as it was sent: what a message's answers carry as their parent. As bytes, because late output is written
/// by several threads, and a JSON tree must not be read by two.
/// </param>
internal sealed record MessageHeader(string Id, string Session, string Type, byte[] Json)
{
    /// <summary>The version of the protocol that is spoken here.</summary>
    public const string Protocol = "5.3";

    public static MessageHeader New(string session, string type)
    {
        var id = Guid.NewGuid().ToString();
        return new(id, session, type, WireJson.Write(new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Protocol,
        }));
    }

    /// <exception cref="FormatException">It is no header.</exception>
    public static MessageHeader Read(byte[] json)
    {
        var header = WireJson.ReadObject(json, "header");
        return new(
            header.Text("msg_id") ?? throw new FormatException("its header has no msg_id"),
            header.Text("session") ?? "",
            header.Text("msg_type") ?? throw new FormatException("its header has no msg_type"),
            json);
    }
}
