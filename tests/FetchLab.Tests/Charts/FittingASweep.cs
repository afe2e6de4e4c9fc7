using System.Text;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class FittingASweep
{
    private static readonly UniversalScalability Law = new(Lambda: 20, Sigma: 0.05, Kappa: 0.003);
    private static readonly FetchRun[] OnTheLaw = Of(Law, 1, 2, 4, 8, 16, 32);

    [Fact]
    public void The_curve_is_the_law_and_the_peak_is_marked()
    {
        var figure = OnTheLaw.Sweep(SweepOf.Throughput, crosstalk: true);

        var curve = figure.Trace("scalability fit");
        Assert.Equal(curve.Numbers("x").Select(Law.Throughput), curve.Numbers("y"), (a, b) => Math.Abs(a - b) < 0.01);
        Assert.Equal(Math.Sqrt(0.95 / 0.003), figure.Trace("peak at 17.8 workers").Numbers("x")[0], tolerance: 0.01);
        Assert.Superset(
            new HashSet<string> { "scalability fit", "95 % interval", "peak at 17.8 workers" }, figure.Still().Texts().ToHashSet());
    }

    [Fact]
    public void Of_makespans_the_curve_is_the_pages_over_the_law()
    {
        var curve = OnTheLaw.Sweep(crosstalk: true).Trace("scalability fit");

        Assert.Equal(curve.Numbers("x").Select(workers => 100 / Law.Throughput(workers)), curve.Numbers("y"), (a, b) => Math.Abs(a - b) < 0.001);
    }

    [Fact]
    public void The_band_is_the_interval_of_the_fit_forwards_and_backwards()
    {
        var runs = Figures.Crosstalk();
        var fit = ScalabilityFit.Of(runs.Select(run => ((double)run.Workers, 100 / run.Makespan.TotalSeconds)));

        var band = runs.Sweep(SweepOf.Throughput, crosstalk: true).Trace("95 % interval");

        var (x, y) = (band.Numbers("x"), band.Numbers("y"));
        Assert.Equal((1, 1, 64), (x[0], x[^1], x[x.Length / 2]));
        Assert.Equal(fit.Throughput(1).Low, y[0], tolerance: 0.01);
        Assert.Equal(fit.Throughput(1).High, y[^1], tolerance: 0.01);
        Assert.Equal("toself", band.GetProperty("fill").GetString());
    }

    [Fact]
    public void Sigma_and_kappa_stand_in_every_form_with_their_intervals()
    {
        const string Coefficients = "σ 0.05 (0.05 to 0.05), κ 0.003 (0.003 to 0.003)";

        var figure = OnTheLaw.Sweep(SweepOf.Throughput, crosstalk: true);

        Assert.Contains(Coefficients, figure.Trace("scalability fit").GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
        var caption = $"W threads: {Coefficients}, peak at 17.8";
        Assert.Equal(caption, figure.Json().GetProperty("layout").GetProperty("annotations")[0].GetProperty("text").GetString());
        Assert.Contains(caption, figure.Still().Texts());
        Assert.EndsWith("\n\n" + caption, figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_kappa_may_be_0_no_peak_is_marked()
    {
        var figure = Of(Law with { Kappa = 0 }, 1, 2, 4, 8, 16, 32).Sweep(SweepOf.Throughput, crosstalk: true);

        Assert.DoesNotContain("peak at", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains("no sure peak", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Strategies_are_fitted_one_by_one()
    {
        var others = Of(new(Lambda: 30, Sigma: 0.1, Kappa: 0.01), 1, 2, 4, 8, 16, 32)
            .Select(run => run with { Strategy = $"async, at most {run.Workers}" });

        var figure = OnTheLaw.Concat(others).Sweep(SweepOf.Throughput, crosstalk: true);

        var peaks = figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString()!)
            .Where(name => name.StartsWith("peak", StringComparison.Ordinal));
        Assert.Equal(["peak at 17.8 workers", "peak at 9.5 workers"], peaks);
    }

    [Fact]
    public void Without_crosstalk_nothing_is_fitted()
    {
        var figure = OnTheLaw.Sweep(SweepOf.Throughput);

        Assert.Equal(["predicted", "W threads"], figure.Json().GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("name").GetString()));
        Assert.False(figure.Json().GetProperty("layout").TryGetProperty("annotations", out _));
    }

    [Fact]
    public void It_is_small()
    {
        var figure = Figures.Crosstalk().Sweep(crosstalk: true);

        Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToPlotlyJson()), 1, 20_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToSvg()), 1, 40_000);
    }

    [Fact]
    public void Bad_input_is_refused_in_one_sentence()
    {
        Assert.Equal(
            "points must be at least 6, but was 5; try one at each of 1, 2, 4, 8, 16, 32 and 64 in flight.",
            Assert.Throws<FetchLabException>(() => OnTheLaw[..5].Sweep(crosstalk: true)).Message);
        Assert.Equal(
            "a sweep has a limit of slots or crosstalk, but slots was 4 and crosstalk true; leave one of them out.",
            Assert.Throws<FetchLabException>(() => OnTheLaw.Sweep(slots: 4, crosstalk: true)).Message);
    }

    private static FetchRun[] Of(UniversalScalability law, params int[] workers) => [.. workers.Select(one => Runs.Scaling(law, one))];
}
