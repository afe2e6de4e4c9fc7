using System.CommandLine;
using System.Diagnostics;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab origin</c>: runs the built origin by hand, until Ctrl+C.</summary>
internal static class OriginCommand
{
    private const string FileName = "FetchLab.Origin.dll";

    // Those of everyday use, for the help. The origin knows all of them, and says what is wrong with them.
    private static readonly Option<string>[] _options =
    [
        new("--profile") { HelpName = "name", Description = "plain, lan, city, tutorial-link, tutorial-lock or tutorial-hosts." },
        new("--port") { HelpName = "N", Description = "The port for HTTP/1.1, and the next one for HTTP/2; the system chooses where none is named." },
        new("--slots") { HelpName = "K", Description = "Requests served at a time; --apple.slots and --github.slots for one host." },
        new("--latencyMs") { HelpName = "time", Description = "Time that holds no slot: 50, uniform(20,80) or lognormal(50,0.5)." },
        new("--serviceMs") { HelpName = "time", Description = "Time that holds a slot. As each knob of a page, --apple.serviceMs is for one host." },
        new("--fail") { HelpName = "rates", Description = "Failures, such as 500:0.1,reset:0.05, or the pattern 500,hang,ok of a page's attempts." },
        new("--rate") { HelpName = "N", Description = "Requests a second that a run may make; --burst of them at once." },
        new("--linkBytesPerSecond") { HelpName = "N", Description = "The bandwidth that all bodies share." },
        new("--stallMs") { HelpName = "ms", Description = "For how long the origin stands still; --stallAtMs after a run's first request." },
        new("--seed") { HelpName = "N", Description = "Another seed is another luck for each attempt." },
        new("--log") { HelpName = "on|off", Description = "Whether each request is noted." },
    ];

    public static Command Create()
    {
        var command = new Command("origin", "Serves pages on this machine until Ctrl+C; its first line has its addresses, as JSON.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        foreach (var option in _options)
            command.Add(option);
        command.SetAction((parsed, stop) => RunAsync([.. Given(parsed), .. parsed.UnmatchedTokens], stop));
        return command;
    }

    private static IEnumerable<string> Given(ParseResult parsed) =>
        _options.Where(option => parsed.GetValue(option) is not null).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! });

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
