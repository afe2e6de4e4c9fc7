using System.Text.Json.Nodes;

namespace FetchLab.Course.Tests;

/// <summary>The executed lessons: the shapes of their outputs, not their times.</summary>
public class RunningTheLessons(LessonsFixture lessons)
{
    private static readonly string[] _figure = ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"];

    public static TheoryData<string> Lessons => [.. Repository.Lessons];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_SendsPlotlyOnce_AsTheOutputOfItsFirstCell(string name)
    {
        var first = lessons.Executed(name).CodeCells.First().Outputs.Single();

        var html = Text(first, "text/html");
        Assert.StartsWith("<script", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 500_000, 1_600_000);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ShowsATable_AndFiguresInAllTheirForms(string name)
    {
        var data = lessons.Executed(name).CodeCells.SelectMany(cell => cell.Outputs).Select(output => output["data"]).OfType<JsonObject>().ToList();

        Assert.Contains(data, bundle => bundle["text/html"] is { } html && html.ToJsonString().Contains("fetchlab-frame", StringComparison.Ordinal));
        var figures = data.Where(bundle => bundle.ContainsKey("application/vnd.plotly.v1+json")).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Equal(_figure, figure.Select(entry => entry.Key)));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_EndsWithItsResult_InOneSentence(string name)
    {
        var result = Text(lessons.Executed(name).CodeCells.Last().Outputs.Last(), "text/plain");

        Assert.Matches(@"^[^\n]+\.$", result);
    }

    [Fact]
    public void OneAtATime_PrintsOneProcessAndOneThread()
    {
        var lines = Printed("01-one-at-a-time.ipynb");

        Assert.Equal(6, lines.Count);
        Assert.Single(lines.Select(line => (line[0], line[1])).Distinct());
        Assert.Equal(["/apple/0", "/github/1", "/apple/2", "/github/3", "/apple/4", "/github/5"], lines.Select(line => new Uri(line[2]).AbsolutePath));
    }

    [Fact]
    public void OneThreadAsync_PrintsOneProcessAndOneThread() =>
        Assert.Single(Printed("02-one-thread-many-waits.ipynb").Select(line => (line[0], line[1])).Distinct());

    private List<string[]> Printed(string lesson) =>
    [
        .. lessons.Executed(lesson).CodeCells.Single(cell => cell.Id == "print").Outputs
            .SelectMany(output => output["text"]!.AsArray()).Select(line => line!.ToString().Trim().Split(" | ")),
    ];

    private static string Text(JsonObject output, string type) => string.Concat(output["data"]![type]!.AsArray().Select(line => line!.ToString()));
}
