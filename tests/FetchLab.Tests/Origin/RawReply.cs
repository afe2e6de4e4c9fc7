using System.Text;

namespace FetchLab.Tests.Origin;

internal sealed record RawReply(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
