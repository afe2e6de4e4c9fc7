using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FetchLab.Notebooks.Tests;

public class ShowingTheCourse
{
    [Fact]
    public void Page_ShowsEachNotebook_InOrder_WithItsResult()
    {
        var page = Render(Report("01-one.ipynb", "# One"), Report("02-two.ipynb", "# Two"));

        Assert.Equal(["#01-one", "#02-two"], page.QuerySelectorAll("nav li a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["One", "Two"], page.QuerySelectorAll("article h1").Select(heading => heading.TextContent));
        Assert.Equal(["01-one", "02-two"], page.QuerySelectorAll("article").Select(article => article.Id));
    }

    [Fact]
    public void Page_NamesNothingOutsideItself()
    {
        var page = Render(Report("a.ipynb", "# A"));

        Assert.Empty(page.QuerySelectorAll("link[href], script[src], img[src^=http]"));
    }

    [Fact]
    public void Link_ToAnotherNotebook_StaysOnThePage()
    {
        var page = Render(Report("a.ipynb", "# A\n\n[next](b.ipynb), [deep](../notebooks/c.ipynb), [away](https://example.org/x.ipynb)"));

        Assert.Equal(["#b", "#c", "https://example.org/x.ipynb"], page.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Output_ShowsItsRichestRepresentation_AndPlainTextEncoded()
    {
        var page = Render(Report("a.ipynb", "# A",
            Data(("text/html", "<b id='rich'>x</b>"), ("image/svg+xml", "<svg id='still'></svg>"), ("text/plain", "x")),
            Data(("image/svg+xml", "<svg id='only'></svg>"), ("text/plain", "x")),
            Data(("text/plain", "<not a tag>"))));

        Assert.NotNull(page.QuerySelector("#rich"));
        Assert.Null(page.QuerySelector("#still"));
        Assert.NotNull(page.QuerySelector("#only"));
        Assert.Equal("<not a tag>", page.QuerySelector("pre.value")!.TextContent);
    }

    [Fact]
    public void Source_ThatIsFolded_StaysShutUntilItIsOpened()
    {
        var notebook = NotebookFile.Parse(
            """
            { "cells": [
              { "cell_type": "code", "id": "try", "metadata": {}, "outputs": [], "source": "int answer = 0;" },
              { "cell_type": "code", "id": "folded", "metadata": { "jupyter": { "source_hidden": true } }, "outputs": [], "source": "int folded = 42;" },
              { "cell_type": "markdown", "id": "solution", "metadata": {}, "source": "<details>\n<summary>A solution</summary>\n\n```csharp\nint solution = 42;\n```\n\n</details>" }
            ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }
            """,
            "a.ipynb");

        var page = Render(new NotebookReport("a.ipynb", notebook, 2, 2, TimeSpan.FromSeconds(1), null));

        var folded = page.QuerySelectorAll("details");
        Assert.All(folded, details => Assert.False(details.HasAttribute("open")));
        Assert.Equal(["Code that is folded away", "A solution"], folded.Select(details => details.QuerySelector("summary")!.TextContent));
        Assert.Equal(["int folded = 42;", "int solution = 42;"], folded.Select(details => details.QuerySelector("pre")!.TextContent));
        Assert.Equal(3, page.QuerySelectorAll("section.code pre").Length);
    }

    [Fact]
    public void Script_ThatIsAllOfAnOutput_StandsOnceAPage()
    {
        const string Script = "<script>window.heavy = 1;</script>";

        var page = Render(
            Report("a.ipynb", "# A", Data(("text/html", Script)), Data(("text/html", "<div class='chart'></div><script>draw()</script>"))),
            Report("b.ipynb", "# B", Data(("text/html", Script)), Data(("text/html", "<div class='chart'></div><script>draw()</script>"))));

        Assert.Equal(1, page.Scripts.Count(script => script.TextContent == "window.heavy = 1;"));
        Assert.Equal(2, page.QuerySelectorAll(".chart").Length);
        Assert.Equal(2, page.Scripts.Count(script => script.TextContent == "draw()"));
    }

    [Fact]
    public void Code_IsShownAsItIs_WithItsParts()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("#!import lab.csx\nvar a = 1 < 2; // \"why\"\nvar s = $\"{a} & b\";", "code"));
        var page = Render(new NotebookReport("a.ipynb", notebook, 1, 1, TimeSpan.Zero, null));

        var code = page.QuerySelector("article code")!;
        Assert.Equal("#!import lab.csx\nvar a = 1 < 2; // \"why\"\nvar s = $\"{a} & b\";", code.TextContent);
        Assert.Equal(["var", "var"], code.QuerySelectorAll(".k").Select(part => part.TextContent));
        Assert.Equal(["1", "2"], code.QuerySelectorAll(".n").Select(part => part.TextContent));
        Assert.Equal(["// \"why\""], code.QuerySelectorAll(".c").Select(part => part.TextContent));
    }

    [Fact]
    public void Failure_IsMarked_AndTheCellsBehindItAreShownAsNotRun()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("bad", "bad"));
        notebook.Add(NotebookCell.Code("never", "never"));
        notebook.Cells[0].SetOutputs(
            [new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray("E: <v>") }], 1);
        var page = Render(new NotebookReport("a.ipynb", notebook, 2, 0, TimeSpan.Zero, new(1, notebook.Cells[0])));

        Assert.Equal("E: <v>", page.QuerySelector("pre.error")!.TextContent);
        Assert.Equal("never", page.QuerySelector(".unrun code")!.TextContent);
        Assert.NotNull(page.QuerySelector("nav li.failed"));
        Assert.Contains("stopped at cell 1", page.QuerySelector(".results")!.TextContent, StringComparison.Ordinal);
    }

    private static IDocument Render(params NotebookReport[] reports) => new HtmlParser().ParseDocument(CoursePage.Render("FetchLab", reports));

    private static NotebookReport Report(string name, string prose, params JsonObject[] outputs)
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Markdown(prose, "prose"));
        var cell = NotebookCell.Code("1", "code");
        cell.SetOutputs([.. outputs], 1);
        notebook.Add(cell);
        return new(name, notebook, 1, 1, TimeSpan.FromSeconds(1), null);
    }

    private static JsonObject Data(params (string Type, string Content)[] data) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject(data.Select(entry => KeyValuePair.Create(entry.Type, (JsonNode?)entry.Content))),
        ["metadata"] = new JsonObject(),
    };
}
