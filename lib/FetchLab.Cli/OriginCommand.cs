using System.CommandLine;
using System.Diagnostics;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab origin</c>: runs the built origin by hand, until Ctrl+C.</summary>
internal static class OriginCommand
{
    private const string FileName = "FetchLab.Origin.dll";

    public static Command Create()
    {
        var command = new Command(
            "origin",
            """
            Serves pages on this machine until Ctrl+C; its first line has its addresses. Options come as --name value:
              --profile plain|lan|city|tutorial-link|tutorial-lock|tutorial-hosts
              --port N             for HTTP/1.1, and N+1 for HTTP/2; 0, as without it, lets the system choose
              --slots K            requests served at a time; --apple.slots and --github.slots for one host
              --seed, --linkBytesPerSecond, --rate, --burst, --stallAtMs, --stallMs, --connectMs, --log on|off
              --latencyMs, --serviceMs, --setupMs, --handoverMs, --bytes, --bodyMs, --fail for all pages; --apple.latencyMs and
                                   so on for one host. A time is 50, uniform(20,80) or lognormal(50,0.5).
            """)
        {
            // The origin knows its options, and says what is wrong with them.
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] options, CancellationToken stop)
    {
        // It ends when its input ends: with this program, however that goes.
        using var origin = Process.Start(new ProcessStartInfo(EngineCopy.Dotnet(), [Find(), .. options]) { RedirectStandardInput = true })!;
        try
        {
            await origin.WaitForExitAsync(stop);
            return origin.ExitCode;
        }
        catch (OperationCanceledException)
        {
            origin.StandardInput.Close();
            await origin.WaitForExitAsync(CancellationToken.None);
            return ExitCode.Stopped;
        }
    }

    private static string Find()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "artifacts", "lab", FileName);
                if (File.Exists(path))
                    return path;
            }
        }

        throw new NotebookException($"there is no artifacts/lab/{FileName} around {Environment.CurrentDirectory}; run 'dotnet build' in the folder that holds FetchLab.slnx.");
    }
}
