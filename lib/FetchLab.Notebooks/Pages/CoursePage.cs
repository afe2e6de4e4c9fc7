using System.Globalization;
using System.Net;
using System.Text;

namespace FetchLab.Notebooks;

/// <summary>One page that shows executed notebooks: it needs no network, no kernel and no other file.</summary>
public static class CoursePage
{
    /// <param name="title">The page's title.</param>
    /// <param name="reports">The notebooks in their order.</param>
    public static string Render(string title, IReadOnlyList<NotebookReport> reports)
    {
        var outputs = new OutputHtml();
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(Encode(title)).Append("</title>\n")
            .Append("<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n");

        html.Append("<nav aria-label=\"Notebooks\">\n<a class=\"home\" href=\"#top\">").Append(Encode(title)).Append("</a>\n<ol>\n");
        foreach (var report in reports)
        {
            html.Append("<li").Append(report.Failure is null ? "" : " class=\"failed\"").Append("><a href=\"#").Append(Anchor(report.Name)).Append("\">")
                .Append(Encode(TitleOf(report))).Append("</a></li>\n");
        }

        html.Append("</ol>\n</nav>\n<main id=\"top\">\n<h1>").Append(Encode(title)).Append("</h1>\n");
        Results(html, reports);
        foreach (var report in reports) Section(html, report, outputs);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The place of a notebook on the page, from its file name.</summary>
    internal static string Anchor(string name) => Path.GetFileNameWithoutExtension(name);

    private static void Results(StringBuilder html, IReadOnlyList<NotebookReport> reports)
    {
        html.Append("<table class=\"results\">\n<thead><tr><th>notebook</th><th>cells</th><th>seconds</th><th>what it shows</th></tr></thead>\n<tbody>\n");
        foreach (var report in reports)
        {
            var result = report.Failure is { } failure
                ? string.Create(CultureInfo.InvariantCulture, $"stopped at cell {failure.Number}")
                : string.Join("; ", new[] { report.Result, report.Omission }.OfType<string>());
            html.Append("<tr><td><a href=\"#").Append(Anchor(report.Name)).Append("\">").Append(Encode(TitleOf(report))).Append("</a></td><td>")
                .Append(CultureInfo.InvariantCulture, $"{report.CellsDone}/{report.Cells}</td><td>{report.Elapsed.TotalSeconds:0.0}</td><td>")
                .Append(Encode(result)).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Section(StringBuilder html, NotebookReport report, OutputHtml outputs)
    {
        html.Append("<article id=\"").Append(Anchor(report.Name)).Append("\">\n");
        var failed = false;
        foreach (var cell in report.Notebook.Cells)
        {
            if (cell.FoldedCode is { } code)
            {
                html.Append("<section class=\"code\">\n<details>\n<summary>").Append(cell.FoldedTitle).Append("</summary>\n<pre><code>")
                    .Append(CodeHtml.Render(code)).Append("</code></pre>\n</details>\n</section>\n");
            }
            else if (cell.IsMarkdown)
            {
                html.Append("<section class=\"prose\">\n").Append(MarkdownHtml.Render(cell.Source)).Append("</section>\n");
            }
            else if (cell.IsCode)
            {
                html.Append("<section class=\"code").Append(failed ? " unrun" : "").Append("\">\n")
                    .Append(cell.IsFolded ? "<details>\n<summary>Code that is folded away</summary>\n" : "")
                    .Append("<pre><code>").Append(CodeHtml.Render(cell.Source)).Append("</code></pre>\n")
                    .Append(cell.IsFolded ? "</details>\n" : "");
                foreach (var output in cell.Outputs) html.Append(outputs.Render(output));
                html.Append("</section>\n");
                failed |= cell == report.Failure?.Cell;
            }
        }

        html.Append("</article>\n");
    }

    private static string TitleOf(NotebookReport report) => report.Notebook.Title ?? Anchor(report.Name);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var resource = typeof(CoursePage).Assembly.GetManifestResourceStream("course.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
