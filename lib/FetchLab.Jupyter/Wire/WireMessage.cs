using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary>A message, and the frames that it crosses the wire as.</summary>
/// <param name="Identities">The frames before the delimiter: the way back to a client, or a broadcast's topic.</param>
/// <param name="Header">Who sent it, and what it is.</param>
/// <param name="Parent">The header of the message that this one answers, as it was sent; <c>{}</c> where there is none.</param>
/// <param name="Metadata">What is said about it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Buffers">Raw frames after the content.</param>
internal sealed record WireMessage(
    IReadOnlyList<byte[]> Identities, MessageHeader Header, byte[] Parent, JsonObject Metadata, JsonObject Content, IReadOnlyList<byte[]> Buffers)
{
    public static byte[] NoParent => "{}"u8.ToArray();

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    public byte[][] ToFrames(MessageSigner signer)
    {
        byte[][] parts = [Header.Json, Parent, WireJson.Write(Metadata), WireJson.Write(Content)];
        return [.. Identities, Delimiter.ToArray(), signer.Sign(parts), .. parts, .. Buffers];
    }

    /// <exception cref="FormatException">The frames are no message, or not one that was signed with this key. Says what is wrong.</exception>
    public static WireMessage Read(IReadOnlyList<byte[]> frames, MessageSigner signer)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !Delimiter.SequenceEqual(frames[delimiter])) delimiter++;
        if (delimiter == frames.Count) throw new FormatException("it has no delimiter");
        if (frames.Count < delimiter + 6) throw new FormatException("it ends before its content");

        byte[][] parts = [.. frames.Skip(delimiter + 2).Take(4)];
        // Before anything is read: what a stranger sent is not even parsed.
        if (!signer.IsRight(frames[delimiter + 1], parts)) throw new FormatException("its signature is wrong");
        return new(
            [.. frames.Take(delimiter)],
            MessageHeader.Read(parts[0]),
            parts[1],
            WireJson.ReadObject(parts[2], "metadata"),
            WireJson.ReadObject(parts[3], "content"),
            [.. frames.Skip(delimiter + 6)]);
    }
}
