using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class CollectingGuesses
{
    private static readonly FetchRun Ten = Runs.OnThreads(10, 100);

    [Fact]
    public void Guesses_that_lie_far_apart_are_counted_from_1_to_2_to_5()
    {
        var figure = Lab.Guesses(5, 0.7, 30, 1, 1.99, 2);

        Assert.Equal(
            ["from (s)  to (s)  guesses", "     0.5       1        1", "       1       2        2", "       2       5        1", "       5      10        1", "      10      20        0", "      20      50        1"],
            figure.ToString().Split('\n')[2..]);
        Assert.Equal("6 guesses: 700 ms to 30.00 s, the middle one 2.00 s", figure.Title);
    }

    [Fact]
    public void Guesses_that_lie_close_are_counted_at_equal_steps() => Assert.Equal(
        ["from (s)  to (s)  guesses", "       0     0.5        0", "     0.5       1        1", "       1     1.5        1", "     1.5       2        0", "       2     2.5        2"],
        Lab.Guesses(0.9, 1.2, 2, 2.4).ToString().Split('\n')[2..]);

    [Fact]
    public void Over_a_run_the_formulas_and_the_measured_time_are_marked()
    {
        var figure = Lab.Guesses(Ten, 0.05, 0.5, 5, 5.1);

        var predicted = Ten.PredictedFromHeld!.Makespan;
        Assert.All(figure.Trace("predicted").Numbers("x"), x => Assert.Equal(predicted.TotalSeconds, x, 5));
        Assert.All(figure.Trace("measured").Numbers("x"), x => Assert.Equal(Ten.Makespan.TotalSeconds, x, 5));
        var texts = new[] { $"predicted {predicted.ToText()}", $"measured {Ten.Makespan.ToText()}" };
        Assert.Superset(texts.Append("guessed").ToHashSet(), figure.Still().Texts().ToHashSet());
        Assert.EndsWith("\n\n" + string.Join('\n', texts), figure.ToString(), StringComparison.Ordinal);
        Assert.Equal(figure.ToPlotlyJson(), Ten.Guesses([0.05, 0.5, 5, 5.1]).ToPlotlyJson());
    }

    [Fact]
    public void A_run_far_from_all_guesses_is_still_on_the_axis()
    {
        var axis = Lab.Guesses(Ten, 500, 600).Json().GetProperty("layout").GetProperty("xaxis").Numbers("range");

        Assert.True(Math.Pow(10, axis[0]) < 0.5 && Math.Pow(10, axis[1]) > 600, string.Join(' ', axis));
    }

    [Fact]
    public void Those_of_nobody_are_left_out() =>
        Assert.Equal(Lab.Guesses(1, 2).ToPlotlyJson(), Lab.Guesses(double.NaN, 1, double.NaN, 2).ToPlotlyJson());

    [Fact]
    public void Every_guess_is_counted_once()
    {
        var random = new Random(7);
        for (var room = 0; room < 200; room++)
        {
            double[] guesses = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Math.Pow(10, random.NextDouble() * random.Next(1, 6) - 2))];

            var counted = Lab.Guesses(guesses).ToString().Split('\n')[3..].Sum(row => int.Parse(row.Split(' ')[^1], null));

            Assert.Equal(guesses.Length, counted);
        }
    }

    [Fact]
    public void None_or_one_that_cannot_be_is_refused_in_one_sentence()
    {
        Assert.Equal(
            "There is no guess to show; give at least one, in seconds, such as Lab.Guesses(1.2, 5, 30).",
            Assert.Throws<FetchLabException>(() => Lab.Guesses(double.NaN)).Message);
        Assert.Contains("seconds of a guess must be more than 0", Assert.Throws<FetchLabException>(() => Lab.Guesses(1, -1)).Message, StringComparison.Ordinal);
    }
}
