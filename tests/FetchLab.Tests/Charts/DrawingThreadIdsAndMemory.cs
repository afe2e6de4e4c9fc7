using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingThreadIdsAndMemory
{
    [Fact]
    public void Every_thread_has_a_bar_for_what_began_on_it_and_one_for_what_ended()
    {
        // On 5 one begins, which ends on 6; on 7 one begins and ends.
        var figure = Runs.Small().ThreadIds();

        Assert.Equal(["5", "6", "7"], figure.Json().GetProperty("layout").GetProperty("yaxis").GetProperty("ticktext").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal([0, 4], figure.Trace("began on it").Numbers("y"));
        Assert.Equal([1, 1], figure.Trace("began on it").Numbers("x"));
        Assert.Equal([3, 5], figure.Trace("ended on it").Numbers("y"));
        Assert.Equal("2 threads: 2 fetches began on 2 threads and ended on 2", figure.Title);
    }

    [Fact]
    public void The_text_of_thread_ids_is_a_table() =>
        Assert.EndsWith("thread  began  ended\n     5      1      0\n     6      0      1\n     7      1      1", Runs.Small().ThreadIds().ToString(), StringComparison.Ordinal);

    [Fact]
    public void Fetches_are_counted_in_whole_numbers() =>
        Assert.Equal(1, Runs.Small().ThreadIds().Json().GetProperty("layout").GetProperty("xaxis").GetProperty("dtick").GetDouble());

    [Fact]
    public void The_slope_of_memory_is_what_one_more_worker_costs()
    {
        var uses = new[] { 1, 10, 100 }.Select(workers => new WorkerMemory("resident", workers, 300_000 + 18_400L * workers));

        var figure = uses.Memory();

        Assert.Equal("memory by workers: resident 18.4 KB a worker", figure.Title);
        Assert.Equal([0.3184, 0.484, 2.14], figure.Trace("resident: 18.4 KB a worker").Numbers("y"));
        var line = figure.Trace("resident");
        Assert.Equal([0.3184, 2.14], new[] { line.Numbers("y")[0], line.Numbers("y")[^1] });
    }

    [Fact]
    public void The_memory_of_runs_is_what_they_allocated()
    {
        var figure = Lab.Memory(Runs.OnThreads(1, 10), Runs.OnThreads(3, 10) with { AllocatedBytes = 4_500_000 });

        Assert.Equal([2.5, 4.5], figure.Trace("allocated: 1 MB a worker").Numbers("y"));
    }

    [Fact]
    public void Memory_of_one_worker_count_has_no_slope() =>
        Assert.Equal("memory by workers: allocated 2.5 MB", Lab.Memory(Runs.OnThreads(1, 10)).Title);

    [Fact]
    public void Bad_input_is_refused_in_one_sentence()
    {
        Assert.StartsWith("There is no memory to show;", Assert.Throws<FetchLabException>(Array.Empty<WorkerMemory>().Memory).Message, StringComparison.Ordinal);
        Assert.Equal(
            "workers and bytes must be at least 0, but were 1 and -5; try 10 and 2000000.",
            Assert.Throws<FetchLabException>(new[] { new WorkerMemory("resident", 1, -5) }.Memory).Message);
    }
}
