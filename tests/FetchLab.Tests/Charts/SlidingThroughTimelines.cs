using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class SlidingThroughTimelines
{
    private static readonly FetchRun[] Three = [Runs.OnThreads(4, 8), Runs.OnThreads(1, 8), Runs.OnThreads(2, 8)];

    [Fact]
    public void Each_step_shows_the_traces_of_one_run_and_hides_all_others()
    {
        var figure = Three.Timelines();

        var steps = Steps(figure);
        var shown = steps.Select(step => step.GetProperty("args")[0].GetProperty("visible").EnumerateArray().Select(one => one.GetBoolean()).ToArray()).ToArray();
        Assert.Equal(["1", "2", "4"], steps.Select(step => step.GetProperty("label").GetString()));
        Assert.All(shown, one => Assert.Equal(figure.Json().GetProperty("data").GetArrayLength(), one.Length));
        Assert.All(Enumerable.Range(0, shown[0].Length), trace => Assert.Single(shown, one => one[trace]));
    }

    [Fact]
    public void At_first_the_chosen_one_shows_and_its_still_too()
    {
        var figure = Three.Timelines(workers: 2);

        var visible = figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("visible").GetBoolean());
        Assert.Equal(Steps(figure)[1].GetProperty("args")[0].GetProperty("visible").EnumerateArray().Select(one => one.GetBoolean()), visible);
        Assert.Equal(1, figure.Json().GetProperty("layout").GetProperty("sliders")[0].GetProperty("active").GetInt32());
        Assert.StartsWith("2 threads: 8 pages in ", figure.Title, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "workers: 2", "1", "2", "4" }, figure.Still().Texts().ToHashSet());
    }

    [Fact]
    public void All_steps_share_the_axis_of_the_longest_run_and_rename_the_lanes()
    {
        var figure = Three.Timelines(workers: 4);

        Assert.Equal(Runs.OnThreads(1, 8).Timeline().Json().GetProperty("layout").GetProperty("xaxis").Numbers("range"),
            figure.Json().GetProperty("layout").GetProperty("xaxis").Numbers("range"));
        Assert.Equal(
            ["10", "10,11", "10,11,12,13"],
            Steps(figure).Select(step => string.Join(',', step.GetProperty("args")[1].GetProperty("yaxis.ticktext").EnumerateArray().Select(text => text.GetString()))));
    }

    [Fact]
    public void Runs_of_equal_worker_counts_are_chosen_by_strategy()
    {
        var figure = Lab.Timelines(Runs.OnThreads(8, 8), Runs.AtOnce(8));

        Assert.Equal(["8 threads", "one thread, async"], Steps(figure).Select(step => step.GetProperty("label").GetString()));
    }

    [Fact]
    public void A_worker_count_that_no_run_has_is_refused_in_one_sentence() => Assert.Equal(
        "No run has 3 workers; there is 1, 2, 4.", Assert.Throws<FetchLabException>(() => Three.Timelines(workers: 3)).Message);

    private static System.Text.Json.JsonElement[] Steps(Figure figure) =>
        [.. figure.Json().GetProperty("layout").GetProperty("sliders")[0].GetProperty("steps").EnumerateArray()];
}
