using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

public sealed class ReadingConnectionFiles
{
    private const string Good =
        """{"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "key": "k", "signature_scheme": "hmac-sha256"}""";

    [Fact]
    public void File_OfAFrontEnd_IsRead()
    {
        var file = ConnectionFile.Parse(Good, "kernel.json");

        Assert.Equal("tcp://127.0.0.1:1", file.Endpoint(file.ShellPort));
        Assert.Equal((4, 3, 2, 5, "k"), (file.ControlPort, file.StdinPort, file.IoPubPort, file.HeartbeatPort, file.Key));
    }

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "transport 'ipc'")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme 'hmac-md5'")]
    [InlineData("127.0.0.1", "*", "ip '*'")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 0", "hb_port '0'")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": \"5\"", "hb_port '\"5\"'")]
    [InlineData("\"hb_port\"", "\"heart\"", "hb_port 'missing'")]
    [InlineData("{", "[{", "is no JSON object")]
    public void File_ThatAKernelCannotUse_IsRefusedWithTheBadValue(string part, string wrong, string said)
    {
        var error = Assert.Throws<NotebookException>(() => ConnectionFile.Parse(Good.Replace(part, wrong, StringComparison.Ordinal), "kernel.json"));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsMissing_IsRefusedByName()
    {
        var error = Assert.Throws<NotebookException>(() => ConnectionFile.Read("/nowhere/kernel.json"));

        Assert.Contains("/nowhere/kernel.json", error.Message, StringComparison.Ordinal);
    }
}
