using System.Text.RegularExpressions;

namespace FetchLab.Course.Tests;

/// <summary>Every command that the README shows, as it stands there, in the checkout.</summary>
[Collection(KernelCollection.Name)]
public partial class FollowingTheReadme(LessonsFixture lessons)
{
    public static TheoryData<string> Commands =>
    [
        .. Blocks().SelectMany(block => block.Split('\n'))
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
        Assert.Equal([LessonsFixture.Line, "dotnet test"], Blocks().First().Trim().Split('\n').Select(line => line.Split('#')[0].Trim()));
    }

    // Those without a language are for a terminal.
    private static IEnumerable<string> Blocks() => Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
        .Where(fence => fence.Groups["language"].Length == 0)
        .Select(fence => fence.Groups["text"].Value);

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
