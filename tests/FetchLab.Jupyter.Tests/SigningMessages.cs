using System.Text;

namespace FetchLab.Jupyter.Tests;

public sealed class SigningMessages
{
    // RFC 4231, test case 2: the text cut into four, as a message is.
    private static readonly byte[][] _parts = [.. new[] { "what do ya ", "want ", "for ", "nothing?" }.Select(Encoding.ASCII.GetBytes)];

    [Fact]
    public void Signature_OfAKnownText_IsTheStandards()
    {
        var signature = Encoding.ASCII.GetString(new MessageSigner("Jefe").Sign(_parts));

        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", signature);
    }

    [Fact]
    public void Signature_OfAnotherKey_IsWrong() =>
        Assert.False(new MessageSigner("Jefe").IsRight(new MessageSigner("jefe").Sign(_parts), _parts));

    [Fact]
    public void Signature_WithoutAKey_IsEmptyAndAlwaysRight()
    {
        var signer = new MessageSigner("");

        Assert.Empty(signer.Sign(_parts));
        Assert.True(signer.IsRight("anything"u8, _parts));
    }
}
