using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class DrawingPipelines
{
    // Three items: fetched by two workers, parsed by one, with room for one between them; the last one could not be parsed.
    private static readonly PipelineRun Three = new()
    {
        Name = "fetch ×2 → parse ×1",
        Items = 3,
        Stages = ["fetch", "parse"],
        Workers = [2, 1],
        Records =
        [
            Record("fetch", 0, 0, 0, 0, 10, 10), Record("parse", 0, 0, 10, 10, 30, 30),
            Record("fetch", 1, 1, 0, 0, 12, 12), Record("parse", 1, 0, 12, 30, 50, 50),
            Record("fetch", 2, 0, 10, 10, 20, 30), Record("parse", 2, 0, 30, 50, 60, 60, "FormatException: no page"),
        ],
        Queues = [new("parse", 1, [Change(10, 1), Change(10, 0), Change(12, 1), Change(30, 0), Change(30, 1), Change(50, 0)])],
        Makespan = Ms(60),
        Predicted = new(Ms(45), "N·max(sᵢ/Wᵢ, Σs/P)") { IsLowerBound = true },
    };

    [Fact]
    public void A_timeline_has_a_lane_a_stage_and_a_row_a_worker()
    {
        var figure = Three.Timeline();

        Assert.Equal("fetch ×2 → parse ×1: 2 of 3 items in 60 ms", figure.Title);
        Assert.Equal([10, 12, 10], figure.Trace("fetch").Numbers("x"));
        Assert.Equal([20, 20, 10], figure.Trace("parse").Numbers("x"));
        Assert.Equal([0, 1, 0, 2, 2, 2], figure.Trace("fetch").Numbers("y").Concat(figure.Trace("parse").Numbers("y")));
        Assert.Equal([10, 30, 50], figure.Trace("parse").Numbers("base"));
        Assert.Single(figure.Trace("failed").Numbers("x"));
    }

    [Fact]
    public void A_worker_before_a_full_queue_is_a_thin_bar()
    {
        var blocked = Three.Timeline().Trace("before a full queue");

        Assert.Equal([20], blocked.Numbers("base"));
        Assert.Equal([10], blocked.Numbers("x"));
    }

    [Fact]
    public void Queues_are_lines_that_step_below_their_capacity()
    {
        var figure = Three.Queues();

        Assert.Equal("items in queues: before parse at most 1", figure.Title);
        Assert.Equal([0, 10, 10, 12, 30, 30, 50, 60], figure.Trace("before parse").Numbers("x"));
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 0], figure.Trace("before parse").Numbers("y"));
        Assert.Equal([1, 1], figure.Trace("capacity 1").Numbers("y"));
    }

    [Fact]
    public void Queues_of_several_runs_are_told_apart_by_their_names()
    {
        var unbounded = Three with { Name = "unbounded", Queues = [new("parse", null, [Change(5, 1), Change(8, 2), Change(20, 1), Change(30, 0)])] };

        var figure = Lab.Queues(Three, unbounded);

        Assert.Equal([0, 1, 2, 1, 0, 0], figure.Trace("unbounded").Numbers("y"));
        Assert.Matches(@"unbounded +none +2 +2", figure.ToString());
    }

    [Fact]
    public void Of_very_many_changes_the_peak_is_kept()
    {
        QueueChange[] many = [.. Enumerable.Range(1, 20_000).Select(i => Change(i * 0.003, i <= 10_000 ? i : 20_000 - i))];

        var line = (Three with { Queues = [new("parse", null, many)] }).Queues().Trace("before parse").Numbers("y");

        Assert.InRange(line.Length, 2, 500);
        Assert.Equal((10_000, 0), (line.Max(), line[^1]));
    }

    [Fact]
    public void A_comparison_has_the_bound_and_the_guesses()
    {
        var figure = Lab.Compare([Guess.Ms("my guess", 50), Guess.Ms("nobody's", double.NaN)], Three, Three with { Name = "unknown", Predicted = null, Makespan = Ms(30) });

        Assert.Equal([0.06, 0.03], figure.Trace("measured").Numbers("x"));
        Assert.Equal([0.05], figure.Trace("guessed").Numbers("x"));
        Assert.Contains("predicted ≥ 45 ms", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Equal("30 ms (unknown) to 60 ms (fetch ×2 → parse ×1)", figure.Title);
    }

    [Fact]
    public void A_speed_up_is_measured_on_the_cores_that_there_are_and_the_rest_is_the_model()
    {
        var figure = Lab.SpeedUp(0.2, [(1, Ms(100)), (2, Ms(62.5)), (4, Ms(60))], cores: 2);

        Assert.Equal([1, 1.6, 1.6667], figure.Trace("measured").Numbers("y"));
        Assert.Equal([1, 1.6667], figure.Trace("model, on the 2 cores of this machine").Numbers("y"));
        var model = figure.Trace("model alone: no such cores here");
        Assert.Equal((2, 64, 63), (model.Numbers("x")[0], model.Numbers("x")[^1], model.Numbers("x").Length));
        Assert.Equal(Formula.SpeedUp(0.2, 64), model.Numbers("y")[^1], tolerance: 1e-3);
        Assert.StartsWith("f = 0.2: times as fast 1.6 with 2, 1.67 with 4", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guess_of_the_speed_up_is_a_dot_at_the_last_core_and_does_not_push_the_curve_away()
    {
        Figure Guessed(double guess) => Lab.SpeedUp(0.2, [(1, Ms(100))], cores: 2, guess: guess);

        Assert.Equal([64, 8], Guessed(8).Trace("guessed").Numbers("x").Concat(Guessed(8).Trace("guessed").Numbers("y")));
        Assert.InRange(Guessed(5_000).Trace("guessed").Numbers("y")[0], 10, 20);
        Assert.DoesNotContain("guessed", Guessed(double.NaN).ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_at_work_at_once_are_counted_by_stage() => Assert.Equal((2, 1), (Three.PeakOf("fetch"), Three.PeakOf("parse")));

    [Fact]
    public void The_least_makespan_is_that_of_the_busiest_stage() => Assert.Equal(Ms(50), Three.LeastMakespan);

    [Fact]
    public void On_one_core_all_but_the_first_dot_is_the_model_alone() => Assert.Equal(
        1, Lab.SpeedUp(0.2, [(1, Ms(100))], cores: 1).Trace("model alone: no such cores here").Numbers("x")[0]);

    [Fact]
    public void Frames_have_a_row_a_record_and_a_row_a_stage()
    {
        var (rows, stages) = (Three.ToDataFrame(), Three.ByStage());

        Assert.Equal((6, 10), (rows.Rows.Count, rows.Columns.Count));
        Assert.Equal([2, "fetch", 0, 7, 8, 10.0, 10.0, 20.0, 30.0, null], rows.Rows[4]);
        Assert.Equal(["fetch", 2, 3, 0, 10.667, 0.0, 3.333, 0.267, null, 2], stages.Rows[0]);
        Assert.Equal(["parse", 1, 3, 1, 16.667, 12.667, 0.0, 0.833, 1, 2], stages.Rows[1]);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_in_one_sentence()
    {
        Refused("The run 'none' has no items to draw;", () => (Three with { Name = "none", Records = [] }).Timeline());
        Refused("There is no run to show;", () => Lab.Queues());
        Refused("A pipeline of one stage has no queue to show;", () => (Three with { Queues = [] }).Queues());
        Refused("serial must be from 0 to 1, but was 1.5; try 0.1.", () => Lab.SpeedUp(1.5, [(1, Ms(1))]));
        Refused("measured must have a time with 1 worker", () => Lab.SpeedUp(0.5, [(2, Ms(1))]));
        Refused("most must be at least 2, but was 1; try 64.", () => Lab.SpeedUp(0.5, [(1, Ms(1))], most: 1));
    }

    private static void Refused(string sentence, Func<object> call) =>
        Assert.StartsWith(sentence, Assert.Throws<FetchLabException>(call).Message, StringComparison.Ordinal);

    private static StageRecord Record(string stage, int index, int worker, double queued, double started, double finished, double handed, string? error = null) =>
        new(stage, index, worker, Ms(queued), Ms(started), Ms(finished), Ms(handed), ThreadIdAtStart: 7, ThreadIdAtEnd: 8, error);

    private static QueueChange Change(double at, int held) => new(Ms(at), held);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
