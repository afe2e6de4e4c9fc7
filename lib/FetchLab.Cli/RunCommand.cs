using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab run</c>: runs notebooks headless, each in a process of its own, one at a time.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = new NotebooksArgument();
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "Another value for a parameter, such as workers=25; may be given more than once.",
            HelpName = "name=value",
        };
        var output = new Option<string>("--out", "-o")
        {
            Description = "The folder for the executed notebooks and index.html.",
            DefaultValueFactory = _ => RunOptions.Default.Out,
        };
        var timeout = new Option<double>("--cell-timeout")
        {
            Description = "The seconds that a cell may take.",
            DefaultValueFactory = _ => RunOptions.Default.CellTimeout.TotalSeconds,
        };
        var required = new Option<string[]>("--require")
        {
            Description = "Fail where this language is missing, such as python, instead of skipping its cells; may be given more than once.",
            HelpName = "language",
        };
        var command = new Command("run", "Runs notebooks and writes their executed editions and a page that shows them.")
        {
            notebooks, parameters, output, timeout, required,
        };
        command.SetAction((parsed, stop) => RunAsync(
            new(
                notebooks.Read(parsed),
                ParseParameters(parsed.GetValue(parameters) ?? []),
                parsed.GetValue(output)!,
                ParseTimeout(parsed.GetValue(timeout)),
                (parsed.GetValue(required) ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase)),
            stop));
        return command;
    }

    public static async Task<int> RunAsync(RunOptions options, CancellationToken stop)
    {
        var jobs = RunJob.Find(options.Notebooks);
        RunJob.Override(jobs, options.Parameters);

        var runner = new NotebookRunner(folder => new ChildSession(SessionCommand.Start(options.CellTimeout), folder), options.CellTimeout, options.Required);
        var reports = await RunProgress.ShowAsync(jobs, job => RunJobAsync(runner, job, options.Out, stop));

        var page = Path.Combine(options.Out, "index.html");
        await File.WriteAllTextAsync(page, CoursePage.Render("FetchLab", reports), stop);
        RunSummary.Write(reports, page);
        return reports.All(report => report.Failure is null) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<NotebookReport> RunJobAsync(NotebookRunner runner, RunJob job, string folder, CancellationToken stop)
    {
        var report = await runner.RunAsync(job.Notebook, job.Name, job.Folder, job.CellDone, stop);
        NotebookFile.Write(report.Notebook, Path.Combine(folder, job.Name));
        return report;
    }

    private static Dictionary<string, string> ParseParameters(string[] assignments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            if (assignment.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new NotebookException($"-p takes name=value, but was '{assignment}'; try -p workers=25.");
            values[name.Trim()] = value.Trim();
        }

        return values;
    }

    private static TimeSpan ParseTimeout(double seconds) => seconds is > 0 and <= 86_400
        ? TimeSpan.FromSeconds(seconds)
        : throw new NotebookException(FormattableString.Invariant(
            $"--cell-timeout must be from 0 to 86400 seconds, but was {seconds}; try --cell-timeout 300."));
}
