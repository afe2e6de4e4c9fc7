using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The lessons with knobs at which their claims have nothing to show: they run to their end, and their solutions stay right.</summary>
[Collection(KernelCollection.Name)]
public sealed class RunningAtTheExtremes(SmallestLessons smallest) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public void Lessons_WithOneWorkerAndFewPages_RunToTheirEnd()
    {
        Assert.True(smallest.Run.ExitCode == 0, smallest.Run.Out + smallest.Run.Error);
        Assert.Empty(Repository.Lessons.SelectMany(lesson => Solutions.Wrong(smallest.Executed(lesson))));
    }

    [Fact]
    public async Task Lessons_WithMoreWorkersThanPages_RunToTheirEnd()
    {
        var run = await SmallestLessons.RunAsync(64, _folder);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Empty(Repository.Lessons.SelectMany(lesson => Solutions.Wrong(NotebookFile.Read(Path.Combine(_folder, lesson)))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
