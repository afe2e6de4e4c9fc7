using System.Text.RegularExpressions;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>What holds for every lesson as it lies in the repository, and for the pages that lead to them.</summary>
public partial class KeepingNotebooks
{
    public static TheoryData<string> Lessons => [.. Repository.Lessons];

    public static TheoryData<string> Guides => ["README.md", "lib/README.md", "notebooks/README.md", "notebooks/TEACHING.md"];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_KeepsTheRulesOfTheCourse(string name) =>
        Assert.Empty(NotebookCheck.Check(Path.Combine(Repository.Notebooks, name)).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ImportsTheLab_AndHasTheKnobsThatAllLessonsHave(string name)
    {
        var lesson = NotebookFile.Read(Path.Combine(Repository.Notebooks, name));

        Assert.Equal("#!import lab.csx", lesson.CodeCells.First().Source);
        Assert.Superset(new HashSet<string> { "workers", "pages", "latency" }, new NotebookParameters(lesson, name).Names.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_LinksOnlyToWhatIsThere(string name) => Assert.All(
        Links(name),
        link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Path.Combine(Repository.Root, link)), link));

    [Theory]
    [InlineData("README.md")]
    [InlineData("notebooks/README.md")]
    public void Guide_ListsEveryLesson_InOrder(string name) => Assert.Equal(
        Repository.Lessons.Select(lesson => $"notebooks/{lesson}"), Links(name).Where(link => link.EndsWith(".ipynb", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Contents_TellTheMinutesThatTheLessonTells(string name)
    {
        var row = File.ReadLines(Path.Combine(Repository.Notebooks, "README.md")).SingleOrDefault(line => line.Contains($"]({name})", StringComparison.Ordinal));
        var title = NotebookFile.Read(Path.Combine(Repository.Notebooks, name)).Cells[0].Source;

        Assert.Equal(Minutes().Match(title).Groups[1].Value, row?.Split('|')[3].Trim());
    }

    private static IEnumerable<string> Links(string guide) => Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, guide)))
        .Select(link => link.Groups[1].Value)
        .Select(link => link.Contains(':', StringComparison.Ordinal) ? link : Path.Combine(Path.GetDirectoryName(guide)!, link));

    [GeneratedRegex(@"[Aa]bout (\d+) minutes")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
