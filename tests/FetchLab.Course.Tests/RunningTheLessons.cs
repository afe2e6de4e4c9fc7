using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FetchLab.Course.Tests;

/// <summary>The executed lessons: the shapes of their outputs, not their times.</summary>
public partial class RunningTheLessons
{
    private static readonly string[] _figure = ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"];

    public static TheoryData<string> Lessons => [.. Repository.Lessons];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_SendsPlotlyOnce_AsTheOutputOfItsFirstCell(string name)
    {
        var first = LessonsFixture.Executed(name).CodeCells.First().Outputs.Single();

        var html = Text(first, "text/html");
        Assert.StartsWith("<script", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 500_000, 1_600_000);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ShowsATable_AndFiguresInAllTheirForms(string name)
    {
        var data = LessonsFixture.Executed(name).CodeCells.SelectMany(cell => cell.Outputs).Select(output => output["data"]).OfType<JsonObject>().ToList();

        Assert.Contains(data, bundle => bundle["text/html"] is { } html && html.ToJsonString().Contains("fetchlab-frame", StringComparison.Ordinal));
        var figures = data.Where(bundle => bundle.ContainsKey("application/vnd.plotly.v1+json")).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Equal(_figure, figure.Select(entry => entry.Key)));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_EndsWithItsResult_InOneSentence(string name)
    {
        var result = Text(LessonsFixture.Executed(name).CodeCells.Last().Outputs.Last(), "text/plain");

        Assert.Matches(@"^[^\n]+\.$", result);
    }

    [Fact]
    public void OneAtATime_PrintsOneProcessAndOneThread()
    {
        var printed = Printed("01-one-at-a-time.ipynb");

        Assert.NotEmpty(printed);
        Assert.All(printed, lines => Assert.Single(lines.Select(line => (line[0], line[1])).Distinct()));
    }

    [Fact]
    public void OneThreadAsync_PrintsOneProcessAndOneThread() =>
        Assert.Single(Printed("02-one-thread-many-waits.ipynb")[0].Select(line => (line[0], line[1])).Distinct());

    // Process, thread and address of each fetch, for each cell that printed any.
    private static List<List<string[]>> Printed(string lesson) =>
    [
        .. LessonsFixture.Executed(lesson).CodeCells
            .Select(cell => cell.Outputs.SelectMany(output => output["text"] as JsonArray ?? [])
                .Select(line => line!.ToString().Trim()).Where(line => Fetch().IsMatch(line)).Select(line => line.Split(" | ")).ToList())
            .Where(lines => lines.Count > 1),
    ];

    private static string Text(JsonObject output, string type) => string.Concat(output["data"]![type]!.AsArray().Select(line => line!.ToString()));

    [GeneratedRegex(@"^\d+ \| \d+ \| http://\S+$")]
    private static partial Regex Fetch();
}
