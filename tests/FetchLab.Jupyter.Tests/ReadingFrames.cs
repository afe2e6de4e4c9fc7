using System.Text;

namespace FetchLab.Jupyter.Tests;

public sealed class ReadingFrames
{
    private readonly MessageSigner _signer = new("key");

    [Fact]
    public void Frames_OfAMessage_ReadBackAsThatMessage()
    {
        var header = MessageHeader.New("session", "execute_request");
        var sent = new WireMessage([[0, 1, 2]], header, WireMessage.NoParent, [], new() { ["code"] = "\"<ü>\"" }, [[7, 8]]);

        var read = WireMessage.Read(sent.ToFrames(_signer), _signer);

        Assert.Equal(header.Id, read.Header.Id);
        Assert.Equal("execute_request", read.Header.Type);
        Assert.Equal("\"<ü>\"", read.Content.Text("code"));
        Assert.Equal([0, 1, 2], Assert.Single(read.Identities));
        Assert.Equal([7, 8], Assert.Single(read.Buffers));
    }

    [Theory]
    [InlineData("its signature is wrong", "<IDS|MSG>", "0000", "{}", "{}", "{}", "{}")]
    [InlineData("it has no delimiter", "no", "delimiter")]
    [InlineData("it has no delimiter")]
    [InlineData("it ends before its content", "<IDS|MSG>", "", "{}", "{}", "{}")]
    public void Frames_ThatAreNoMessage_SayWhy(string why, params string[] frames)
    {
        var error = Assert.Throws<FormatException>(() => WireMessage.Read([.. frames.Select(Encoding.UTF8.GetBytes)], _signer));

        Assert.Equal(why, error.Message);
    }

    [Theory]
    [InlineData("[]", "{}", "its header is no JSON object")]
    [InlineData("{", "{}", "its header is no JSON object")]
    [InlineData("{}", "{}", "its header has no msg_id")]
    [InlineData("""{"msg_id": "1"}""", "{}", "its header has no msg_type")]
    [InlineData("""{"msg_id": "1", "msg_type": "t"}""", "3", "its content is no JSON object")]
    [InlineData("""{"msg_id": "1", "msg_type": "t"}""", "{\"a\": 1, \"a\": 2}", "its content is no JSON object")]
    public void Frames_OfAnotherShape_SayWhy(string header, string content, string why)
    {
        var frames = new[] { "<IDS|MSG>", "", header, "{}", "{}", content }.Select(Encoding.UTF8.GetBytes);

        var error = Assert.Throws<FormatException>(() => WireMessage.Read([.. frames], new MessageSigner("")));

        Assert.Equal(why, error.Message);
    }
}
