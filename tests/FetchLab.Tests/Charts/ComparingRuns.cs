namespace FetchLab.Tests.Charts;

public class ComparingRuns
{
    private static readonly FetchRun Ten = Runs.OnThreads(10, 100);
    private static readonly FetchRun Told = Ten with { Strategy = "as told", PredictedFromHeld = null };

    [Fact]
    public void Bars_are_as_long_as_the_runs_and_marks_stand_at_the_predictions()
    {
        var figure = Lab.Compare(Runs.Small(), Ten, Told);

        Assert.Equal([0.06, 0.502464, 0.502464], figure.Trace("measured").Numbers("x"));
        Assert.Equal([0, 0, 0], figure.Trace("measured").Numbers("base"));
        Assert.Equal([0, 1, 2], figure.Trace("measured").Numbers("y"));
        Assert.Equal([0.0524, 0.0524, 0.05], figure.Trace("predicted").Numbers("x"));
        Assert.Equal([0.5, 1.5, 2.5], figure.Trace("predicted").Numbers("y"));
    }

    [Fact]
    public void Strategies_stand_beside_the_bars_in_the_given_order_from_the_top()
    {
        var axis = Lab.Compare(Runs.Small(), Ten).Json().GetProperty("layout").GetProperty("yaxis");

        Assert.Equal(["2 threads", "10 threads"], axis.GetProperty("ticktext").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal([0.5, 1.5], axis.Numbers("tickvals"));
        Assert.Equal([2, 0], axis.Numbers("range"));
    }

    [Fact]
    public void The_still_shows_the_same()
    {
        var figure = Lab.Compare(Runs.Small(), Ten);

        var still = figure.Still();
        Assert.Equal(figure.Title, still.Element(Pictures.Svg + "title")!.Value);
        Assert.Superset(
            new HashSet<string> { figure.Title, "2 threads", "10 threads", "measured", "predicted", "time for all pages (s)", "strategy",
                "60 ms (1 failed)", "502 ms", "predicted 52 ms" },
            still.Texts().ToHashSet());
        var bars = still.Boxes("#0072B2");
        Assert.Equal(2, bars.Length);
        Assert.Equal(bars[0].X, bars[1].X);
        Assert.Equal(0.502464 / 0.06, bars[1].Length / bars[0].Length, tolerance: 0.1);
    }

    [Fact]
    public void The_text_has_the_numbers()
    {
        var text = Lab.Compare(Runs.Small(), Ten).ToString();

        Assert.Contains("60 ms, predicted 52 ms (1 failed)", text, StringComparison.Ordinal);
        Assert.Contains("10 threads ▕█████┃", text, StringComparison.Ordinal);
        Assert.Contains("502 ms, predicted 52 ms", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_says_what_is_seen()
    {
        Assert.Equal("10 threads: 100 pages in 502 ms", Lab.Compare(Ten).Title);
        Assert.Equal("2 to 100 pages: 60 ms (2 threads) to 502 ms (10 threads)", Lab.Compare(Ten, Runs.Small()).Title);
    }

    [Fact]
    public void The_pointer_is_told_all_and_what_is_the_same_is_said_once()
    {
        var hover = Lab.Compare(Ten, Told).Hover();

        Assert.Equal(["10 threads", "as told"], hover.GetProperty("customdata").EnumerateArray().Select(row => row[0].GetString()));
        Assert.Contains("100 pages, measured 502 ms", hover.GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_of_one_strategy_are_two_bars() =>
        Assert.Equal([0, 1], Lab.Compare(Ten, Ten).Trace("measured").Numbers("y"));

    [Fact]
    public void A_run_that_took_no_time_is_drawn() =>
        Assert.Equal([0], Lab.Compare(Runs.Run("nothing", 1, []) with { PredictedFromHeld = new(default, "0") }).Trace("measured").Numbers("x"));

    [Fact]
    public void No_run_at_all_is_refused_in_one_sentence()
    {
        var error = Assert.Throws<FetchLabException>(() => Lab.Compare());

        Assert.StartsWith("There is no run to show; give at least one", error.Message, StringComparison.Ordinal);
    }
}
