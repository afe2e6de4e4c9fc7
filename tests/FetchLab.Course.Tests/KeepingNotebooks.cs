using System.Text.RegularExpressions;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>What holds for every lesson as it lies in the repository.</summary>
public partial class KeepingNotebooks
{
    private const int LongestCodeLine = 92;

    public static TheoryData<string> Lessons => [.. Repository.Lessons];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_IsStripped_AndWrittenAsTheProgramWritesIt(string name)
    {
        var path = Path.Combine(Repository.Notebooks, name);
        var notebook = NotebookFile.Read(path);

        notebook.Strip();

        Assert.Equal(NotebookFile.ToText(notebook), File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_HasReadableIds_EachOnce(string name)
    {
        var ids = Read(name).Cells.Select(cell => cell.Id).ToList();

        Assert.All(ids, id => Assert.Matches(ReadableId(), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ImportsTheLab_HasOneCellOfParameters_AndEndsItsCodeWithTheResult(string name)
    {
        var code = Read(name).CodeCells.ToList();

        Assert.Equal("#!import lab.csx", code[0].Source);
        Assert.Single(code, cell => cell.Tags.Contains("parameters"));
        Assert.Equal(["result"], code[^1].Tags);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_LeadsWithProse_AndNeverPutsThreeCodeCellsInARow(string name)
    {
        var cells = Read(name).Cells;

        Assert.StartsWith("# ", cells[0].Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Enumerable.Range(0, cells.Count - 2), at => cells.Skip(at).Take(3).All(cell => cell.IsCode));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ReachesForNothingOutside(string name)
    {
        var code = string.Join('\n', Read(name).CodeCells.Select(cell => cell.Source));

        Assert.DoesNotContain("nuget:", code, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(OutsideAddress(), code);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_HasCodeLinesThatFitThePage(string name) => Assert.DoesNotContain(
        Read(name).CodeCells.SelectMany(cell => cell.Source.Split('\n')), line => line.Length > LongestCodeLine);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_LinksOnlyToWhatIsThere(string name)
    {
        var links = Read(name).Cells.Where(cell => cell.IsMarkdown).SelectMany(cell => Link().Matches(cell.Source)).Select(link => link.Groups[1].Value);

        Assert.All(links, link => Assert.True(
            link.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Path.Combine(Repository.Notebooks, link)), link));
    }

    [Fact]
    public void Readme_ListsEveryLesson_AndShowsAPictureThatIsThere()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var links = Link().Matches(readme).Select(link => link.Groups[1].Value).ToList();

        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Repository.Root, link)), link));
        Assert.Equal(
            Repository.Lessons.Select(lesson => $"notebooks/{lesson}"),
            links.Where(link => link.EndsWith(".ipynb", StringComparison.Ordinal)));
    }

    private static Notebook Read(string name) => NotebookFile.Read(Path.Combine(Repository.Notebooks, name));

    [GeneratedRegex("^[a-z][a-z0-9-]{1,40}$")]
    private static partial Regex ReadableId();

    [GeneratedRegex(@"https?://(?!127\.0\.0\.1|localhost)")]
    private static partial Regex OutsideAddress();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
