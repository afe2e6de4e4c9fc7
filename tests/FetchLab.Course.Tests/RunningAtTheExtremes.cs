using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The lessons with knobs at which their claims have nothing to show: they run to their end, and the solutions in them are right.</summary>
[Collection(KernelCollection.Name)]
public sealed class RunningAtTheExtremes(SmallestLessons smallest) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public void Lessons_WithOneWorkerAndFewPages_RunToTheirEnd() =>
        Assert.True(smallest.Run.ExitCode == 0, smallest.Run.Out + smallest.Run.Error);

    [Fact]
    public async Task Lessons_WithMoreWorkersThanPages_AndTheirSolutions_RunToTheirEnd()
    {
        var (lessons, executed) = (Path.Combine(_folder, "notebooks"), Path.Combine(_folder, "out"));
        var solutions = Solutions.WriteAsCode(lessons);

        var run = await SmallestLessons.RunAsync(64, executed, lessons);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var ran = Repository.Lessons.Select(lesson => NotebookFile.Read(Path.Combine(executed, lesson))).ToList();
        Assert.Equal(solutions, ran.Sum(lesson => lesson.CodeCells.Count(Solutions.Is)));
        Assert.Empty(ran.SelectMany(Solutions.Wrong));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
