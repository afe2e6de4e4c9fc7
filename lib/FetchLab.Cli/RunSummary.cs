using System.Globalization;
using FetchLab.Notebooks;
using Spectre.Console;

namespace FetchLab.Cli;

/// <summary>The end of a run: a table of the notebooks, and what is to be known of each failure.</summary>
internal static class RunSummary
{
    // Without a terminal the width is a guess; a result's sentence should fit.
    private const int PlainWidth = 132;

    public static void Write(IReadOnlyList<NotebookReport> reports, string page)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = PlainWidth;
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("notebook").AddColumn("cells", column => column.RightAligned()).AddColumn("seconds", column => column.RightAligned())
            .AddColumn("what it shows");
        foreach (var report in reports)
        {
            table.AddRow(
                Markup.Escape(Path.GetFileNameWithoutExtension(report.Name)),
                string.Create(CultureInfo.InvariantCulture, $"{report.CellsDone}/{report.Cells}"),
                report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                Result(report));
        }

        AnsiConsole.Write(table);
        foreach (var report in reports) WriteFailure(report);
        WriteMissing(reports);
        Console.WriteLine($"See {page}");
    }

    private static string Result(NotebookReport report) => report.Failure is { } failure
        ? string.Create(CultureInfo.InvariantCulture, $"[red]stopped at cell {failure.Number}[/]")
        : Markup.Escape(string.Join("; ", new[] { report.Result, report.Omission }.OfType<string>()));

    private static void WriteMissing(IReadOnlyList<NotebookReport> reports)
    {
        foreach (var language in reports.SelectMany(report => report.Skipped).GroupBy(cell => cell.Language, StringComparer.OrdinalIgnoreCase))
            Console.WriteLine($"Without {language.Key}, {language.Count()} of the cells were skipped; --require {language.Key} makes that a failure.");
    }

    private static void WriteFailure(NotebookReport report)
    {
        if (report.Failure is not { } failure) return;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{report.Name}, cell {failure.Number} failed:"));
        Console.WriteLine(Indent(failure.Cell.Source));
        if (failure.Output.Length > 0) Console.WriteLine($"its output so far:\n{Indent(failure.Output)}");
        Console.WriteLine($"{failure.Error}\n");
    }

    private static string Indent(string text) => "    " + text.TrimEnd().ReplaceLineEndings("\n    ");
}
