using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>Every command and every cell that the README shows, as it stands there, in the checkout.</summary>
[Collection(KernelCollection.Name)]
public partial class FollowingTheReadme(LessonsFixture lessons)
{
    public static TheoryData<string> Commands =>
    [
        .. Blocks("").SelectMany(block => block.Split('\n'))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            // The first has run, for all tests; the second is running just now.
            .Where(line => line is not (LessonsFixture.Line or "dotnet test")),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfTheReadme_Works(string command)
    {
        var words = command.Split(' ');

        var run = await Command.RunAsync(Repository.Root, words[0], words[1..]);

        Assert.True(run.ExitCode == 0, $"{command}\n{run.Out}\n{run.Error}");
        if (Array.IndexOf(words, "--out") is not (>= 0 and var at)) return;
        var folder = words[at + 1];
        Assert.Contains($"See {Path.Combine(folder, "index.html")}", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, folder, "index.html")));
    }

    [Fact]
    public void FirstCommand_OfTheReadme_RanAllLessons_AndSaysWhereToLook()
    {
        Assert.All(Repository.Lessons, lesson => Assert.Contains($"{lesson}: ", lessons.Run.Out, StringComparison.Ordinal));
        Assert.Contains("See artifacts/course/index.html", lessons.Run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(LessonsFixture.Page));
    }

    [Fact]
    public void Readme_ShowsTheTwoCommandsOfTheSetUp()
    {
        Assert.Equal([LessonsFixture.Line, "dotnet test"], Blocks("").First().Trim().Split('\n').Select(line => line.Split('#')[0].Trim()));
    }

    [Fact]
    public async Task Cells_OfTheReadme_WorkInOneNotebook()
    {
        var folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;
        var notebook = Notebook.Create();
        foreach (var (source, place) in Blocks("csharp").Select((source, place) => (source, place)))
            notebook.Add(NotebookCell.Code(source.Replace("lab.csx", Path.Combine(Repository.Notebooks, "lab.csx"), StringComparison.Ordinal), $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(folder, "own.ipynb"));

        var run = await Command.FetchLabAsync(folder, "run", "own.ipynb");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var cells = NotebookFile.Read(Path.Combine(folder, "artifacts", "course", "own.ipynb")).CodeCells.ToList();
        Assert.Equal(2, cells.Count);
        Assert.NotNull(cells[0].Outputs.Last()["data"]!["application/vnd.plotly.v1+json"]);
        // Those with more than one worker, as the table of SQL and as the script's data.
        Assert.Equal(["2", "5", "10", "20", "50"], WorkersIn(@"^ +(\d+) ", "text/plain", cells[1].Outputs.First()));
        Assert.Equal(["2", "5", "10", "20", "50"], WorkersIn("\"Workers\":(\\d+)", "text/html", cells[1].Outputs.Last()));
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> WorkersIn(string pattern, string type, JsonObject output) =>
        Regex.Matches(string.Concat(output["data"]![type]!.AsArray().Select(line => (string?)line)), pattern, RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value).OrderBy(int.Parse);

    // Those without a language are for a terminal.
    private static IEnumerable<string> Blocks(string language) => Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
        .Where(fence => fence.Groups["language"].Value == language)
        .Select(fence => fence.Groups["text"].Value);

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
