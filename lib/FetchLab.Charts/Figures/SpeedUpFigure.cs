namespace FetchLab.Charts;

/// <summary>What more cores bring to a program of which a part cannot be shared out.</summary>
internal static class SpeedUpFigure
{
    // Who guesses that 64 cores are 64 times as fast must not push the curve against the axis.
    private const double Farthest = 3;

    /// <summary>See <see cref="Lab.SpeedUp"/>.</summary>
    public static Figure SpeedUp(double serial, IReadOnlyList<(int Cores, TimeSpan Took)> measured, double guess, int cores, int most)
    {
        var one = measured.First(each => each.Cores == 1).Took;
        var dots = measured.Select(each => new Point(each.Cores, Num.Digits(one / each.Took))).ToArray();
        var limit = serial > 0 ? 1 / serial : most;
        Point[] Model(int from, int to) => [.. Sampled.Whole(from, to).Select(p => new Point(p, Num.Digits(Formula.SpeedUp(serial, p))))];
        var highest = Math.Max(dots.Max(dot => dot.Y), Formula.SpeedUp(serial, most));
        var guessed = Num.Digits(Math.Min(guess, Farthest * highest));
        var here = Math.Clamp(cores, 1, most);
        return new(new()
        {
            Title = $"f = {Num.Short(serial)}: " + (dots.Length > 1
                ? "times as fast " + string.Join(", ", dots.Skip(1).Take(4).Select(dot => $"{Num.Short(dot.Y)} with {Num.Whole((long)dot.X)}"))
                : $"at most {Num.Short(limit, 1)} times as fast"),
            Description = $"Dots of the measured speed-up on up to {Num.Count(here, "core")}, and Amdahl's curve, which is a model beyond them. Its limit is {Num.Short(limit, 1)}.",
            X = LogAxis.Of("workers that compute (log scale)", new[] { 1, 2, 4, 8, 16, 32, 64, most }.Where(p => p <= most)),
            Y = new("times as fast as one", 0, (guessed > highest ? guessed : highest) * 1.08),
            Layers =
            [
                .. here > 1 ? new[] { new CurveLayer($"model, on the {Num.Count(here, "core")} of this machine", Palette.Predicted, Model(1, here)) { Hover = "model: %{x} cores, %{y} times" } } : [],
                new CurveLayer("model alone: no such cores here", Palette.Predicted, Model(here, most)) { Style = LineStyle.Dashed, Hover = "model alone: %{x} cores, %{y} times" },
                new DotLayer("measured", Palette.Measured, dots, DotShape.Circle,
                [
                    new("<b>", [.. dots.Select(dot => (object)dot.X)]),
                    new(" workers</b><br>times as fast ", [.. dots.Select(dot => (object)dot.Y)]),
                    new(", took ", [.. measured.Select(each => each.Took.ToText())]),
                ]),
                .. guessed > 0
                    ? new[] { new DotLayer("guessed", Palette.Guessed, [new(most, guessed)], DotShape.Diamond, [new($"guessed for {Num.Whole(most)}: ", [guess])]) }
                    : [],
            ],
            Table = [["workers", "took", "times as fast", "model"], .. measured.Zip(dots, (each, dot) => new[]
            {
                Num.Whole(each.Cores), each.Took.ToText(), Num.Short(dot.Y), Num.Short(Formula.SpeedUp(serial, Math.Min(each.Cores, here))),
            })],
        });
    }
}
