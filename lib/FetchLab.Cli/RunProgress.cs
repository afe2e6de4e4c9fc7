using System.Globalization;
using FetchLab.Notebooks;
using Spectre.Console;

namespace FetchLab.Cli;

/// <summary>Shows how far the notebooks are: live in a terminal, a plain line a notebook elsewhere.</summary>
internal static class RunProgress
{
    public static Task<IReadOnlyList<NotebookReport>> ShowAsync(IReadOnlyList<RunJob> jobs, Func<RunJob, Task<NotebookReport>> run) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive ? ShowLinesAsync(jobs, run) : ShowLiveAsync(jobs, run);

    private static async Task<IReadOnlyList<NotebookReport>> ShowLinesAsync(IReadOnlyList<RunJob> jobs, Func<RunJob, Task<NotebookReport>> run)
    {
        var reports = new List<NotebookReport>();
        foreach (var job in jobs)
        {
            var report = await run(job);
            var end = report.Failure is null ? "" : string.Create(CultureInfo.InvariantCulture, $", stopped at cell {report.Failure.Number}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{job.Name}: {report.CellsDone} of {report.Cells} cells, {report.Elapsed.TotalSeconds:0.0} s{(report.Skipped.Count > 0 ? $", {report.Skipped.Count} skipped" : "")}{end}"));
            reports.Add(report);
        }

        return reports;
    }

    private static async Task<IReadOnlyList<NotebookReport>> ShowLiveAsync(IReadOnlyList<RunJob> jobs, Func<RunJob, Task<NotebookReport>> run)
    {
        var reports = new List<NotebookReport>();
        await AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new CellsColumn(),
                new ElapsedTimeColumn(),
                new SpinnerColumn())
            .StartAsync(async context =>
            {
                var lines = jobs.Select(job => context.AddTask(Markup.Escape(job.Name), autoStart: false, maxValue: job.Cells)).ToList();
                foreach (var (job, line) in jobs.Zip(lines))
                {
                    line.StartTask();
                    job.CellDone = done => line.Value = done;
                    var report = await run(job);
                    reports.Add(report);
                    if (report.Failure is not null) line.Description = $"[red]{Markup.Escape(job.Name)}[/]";
                    line.StopTask();
                }
            });
        return reports;
    }
}
