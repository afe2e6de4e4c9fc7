using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class ShowingGuesses
{
    private static readonly FetchRun Ten = Runs.OnThreads(10, 100);
    private static readonly FetchRun[] Sweep = Figures.Sweep(20);

    [Fact]
    public void In_a_comparison_each_has_a_bar_below_the_runs()
    {
        var figure = Lab.Compare([Guess.Ms("my guess", 300), Guess.Seconds("all at once", 0.05)], Runs.Small(), Ten);

        Assert.Equal([0.3, 0.05], figure.Trace("guessed").Numbers("x"));
        Assert.Equal([2, 3], figure.Trace("guessed").Numbers("y"));
        Assert.Equal(
            ["2 threads", "10 threads", "my guess", "all at once"],
            figure.Json().GetProperty("layout").GetProperty("yaxis").GetProperty("ticktext").EnumerateArray().Select(text => text.GetString()));
        Assert.Superset(new HashSet<string> { "my guess", "300 ms", "all at once", "50 ms", "guessed" }, figure.Still().Texts().ToHashSet());
        Assert.Contains("   my guess ▕─────", figure.ToString(), StringComparison.Ordinal);
        Assert.Contains("▏ 300 ms", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_guessed_leaves_no_mark()
    {
        Guess[] none = [Guess.Ms("my guess", double.NaN), Guess.Workers("my guess", double.NaN).At(4)];

        Assert.Equal(Lab.Compare(Ten).ToPlotlyJson(), Lab.Compare(none, Ten).ToPlotlyJson());
        Assert.Equal(Lab.Compare(Ten).ToString(), Lab.Compare(none, Ten).ToString());
        Assert.Equal(Sweep.Sweep().ToPlotlyJson(), Sweep.Sweep(guesses: none).ToPlotlyJson());
        Assert.Equal(Sweep.Sweep().ToSvg(), Sweep.Sweep(guesses: none).ToSvg());
        Assert.Equal(Sweep.Sweep().ToString(), Sweep.Sweep(guesses: none).ToString());
    }

    [Fact]
    public void One_far_beyond_the_runs_stands_at_the_edge_and_says_its_value()
    {
        var figure = Lab.Compare([Guess.Seconds("my guess", 500)], Ten);

        Assert.Equal([4 * 0.502464], figure.Trace("guessed").Numbers("x"), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Contains("→ 500.00 s", figure.Still().Texts());
        Assert.Equal(Sweep.Sweep().Json().GetProperty("layout").GetProperty("yaxis").GetRawText(),
            Sweep.Sweep(guesses: [Guess.Seconds("my guess", 500)]).Json().GetProperty("layout").GetProperty("yaxis").GetRawText());
    }

    [Fact]
    public void In_a_sweep_a_time_is_a_line_or_a_point_and_workers_are_a_line_upwards()
    {
        var figure = Sweep.Sweep(guesses: [Guess.Ms("my guess", 250).At(4), Guess.Ms("no better than one", 1010), Guess.Workers("as many as cores", 2)]);

        var marks = figure.Json().GetProperty("data").EnumerateArray()
            .Where(trace => trace.GetProperty("name").GetString() == "guessed" && trace.GetProperty("mode").GetString() != "text").ToArray();
        Assert.Equal([4], marks[0].Numbers("x"));
        Assert.Equal([0.25], marks[0].Numbers("y"));
        Assert.Equal([1.01, 1.01], marks[1].Numbers("y"));
        Assert.Equal([2, 2], marks[2].Numbers("x"));
        string[] texts = ["my guess: 250 ms with 4", "no better than one: 1.01 s", "as many as cores: 2 workers"];
        Assert.Superset(texts.ToHashSet(), figure.Still().Texts().ToHashSet());
        Assert.EndsWith("\n\n" + string.Join('\n', texts.Select(text => "guessed: " + text)), figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_sweep_of_throughput_a_time_counts_as_the_pages_over_it() =>
        Assert.Equal([40, 40], Sweep.Sweep(SweepOf.Throughput, guesses: [Guess.Ms("my guess", 500)]).Trace("guessed").Numbers("y"));

    [Fact]
    public void A_guess_beyond_the_runs_widens_the_picture()
    {
        var axis = Sweep.Sweep(guesses: [Guess.Workers("my guess", 40)]).Json().GetProperty("layout").GetProperty("xaxis");

        Assert.InRange(Math.Pow(10, axis.Numbers("range")[1]), 40, 80);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void One_that_cannot_be_is_refused_in_one_sentence(double guess) => Assert.Contains(
        "milliseconds of a guess must be more than 0 and at most 1000000000, but was ",
        Assert.Throws<FetchLabException>(() => Guess.Ms("my guess", guess)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_of_another_kind_is_refused_in_one_sentence()
    {
        Assert.Equal(
            "the guess 'my guess' is 8 workers, but a comparison shows times; try Guess.Ms(\"my guess\", 500).",
            Refused(() => Lab.Compare([Guess.Workers("my guess", 8)], Ten)));
        Assert.Equal(
            "the guess 'my guess' is 500 ms, but the sweep shows throughput over different numbers of pages; try Guess.PagesPerSecond(\"my guess\", 200).",
            Refused(() => new[] { Ten, Runs.OnThreads(20, 200) }.Sweep(SweepOf.Throughput, guesses: [Guess.Ms("my guess", 500)])));
        Assert.Equal("workers must be at least 1, but was 0; try 10.", Assert.Throws<FetchLabException>(() => Guess.Ms("my guess", 1).At(0)).Message);
    }

    private static string Refused(Func<Figure> draw) => Assert.Throws<FetchLabException>(() => draw()).Message;
}
