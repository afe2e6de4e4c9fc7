using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FetchLab.Jupyter.Tests;

/// <summary>A connection file that no kernel can use: the program says so in one line, and ends with 2.</summary>
public sealed class RefusingConnectionFiles : IDisposable
{
    private const string Good =
        """{"transport": "tcp", "ip": "127.0.0.1", "shell_port": 50160, "iopub_port": 50161, "stdin_port": 50162, "control_port": 50163, "hb_port": 50164, "key": "k", "signature_scheme": "hmac-sha256"}""";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-files-").FullName;

    [Theory]
    [InlineData("", "is no JSON object", "\"transport\": \"tcp\"")]
    [InlineData("kernel.json", "is no JSON object", "\"transport\": \"tcp\"")]
    [InlineData("[]", "is no JSON object", "\"transport\": \"tcp\"")]
    [InlineData("\"tcp\"", "\"ipc\"", "transport 'ipc'", "'tcp'")]
    [InlineData("\"tcp\"", "7", "transport '7'", "'tcp'")]
    [InlineData("\"ip\"", "\"key\": \"twice\", \"ip\"", "is no JSON object", "\"transport\": \"tcp\"")]
    [InlineData("50160", "0", "shell_port '0'", "'50160'")]
    [InlineData("50160", "65536", "shell_port '65536'", "'50160'")]
    [InlineData("50160", "-1", "shell_port '-1'", "'50160'")]
    [InlineData("50160", "\"50160\"", "shell_port '\"50160\"'", "'50160'")]
    [InlineData("\"hb_port\"", "\"heart_port\"", "hb_port 'missing'", "'50164'")]
    [InlineData("50161", "50160", "iopub_port '50160'", "'50161'")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme 'hmac-md5'", "'hmac-sha256'")]
    [InlineData("127.0.0.1", "nowhere", "ip 'nowhere'", "'127.0.0.1'")]
    [InlineData("\"k\"", "5", "key '5'", "'a0c3-77b1'")]
    public async Task File_ThatIsWrong_IsRefused(params string[] parts)
    {
        var path = Path.Combine(_folder, "kernel.json");
        var text = parts is [var part, var wrong, _, _] ? Good.Replace(part, wrong, StringComparison.Ordinal) : parts[0];
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        await RefusedAsync(path, parts[^2], parts[^1]);
    }

    [Fact]
    public Task File_ThatIsMissing_IsRefused() => RefusedAsync(Path.Combine(_folder, "no.json"), $"'{_folder}/no.json'", "kernel-1234.json");

    [Fact]
    public Task Folder_InsteadOfAFile_IsRefused() => RefusedAsync(_folder, $"'{_folder}'", "kernel-1234.json");

    [Fact]
    public async Task Port_ThatIsTaken_IsRefused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        var path = Path.Combine(_folder, "kernel.json");
        await File.WriteAllTextAsync(path, Good.Replace("50160", port, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await RefusedAsync(path, $"port {port}", "50160");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RefusedAsync(string path, string bad, string good)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [KernelProcess.Program, "kernel", path]) { RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            var said = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((2, ""), (process.ExitCode, string.Join('\n', said.TrimEnd().Split('\n').Skip(1))));
            Assert.StartsWith("fetchlab: ", said, StringComparison.Ordinal);
            Assert.Contains(bad, said, StringComparison.Ordinal);
            Assert.Contains(good, said, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
