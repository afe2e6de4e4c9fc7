using System.Diagnostics;

namespace FetchLab.Tests.Origin;

/// <summary>curl, a client that shares nothing with .NET's.</summary>
internal static class Curl
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>The file that swallows a body.</summary>
    public static string Nowhere => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    /// <returns>What it wrote, and how it ended.</returns>
    public static async Task<(string Output, int ExitCode)> RunAsync(params string[] arguments)
    {
        Process curl;
        try
        {
            curl = Process.Start(new ProcessStartInfo("curl", ["-s", "-g", "--noproxy", "*", .. arguments]) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("curl is not installed.");
            throw;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Deadline);
        using (curl)
        {
            try
            {
                var output = await curl.StandardOutput.ReadToEndAsync(late.Token);
                await curl.WaitForExitAsync(late.Token);
                return (output, curl.ExitCode);
            }
            finally
            {
                if (!curl.HasExited)
                    curl.Kill();
            }
        }
    }
}
