using CsCheck;

namespace FetchLab.Tests.Modelling;

public sealed class FittingScalability
{
    private static readonly double[] Sweep = [1, 2, 4, 8, 12, 16, 24, 32, 48, 64];

    [Fact]
    public void Throughput_ByHand()
    {
        var law = new UniversalScalability(Lambda: 20, Sigma: 0.1, Kappa: 0.01);

        Assert.Equal((20, 20 * 10 / (1 + 0.9 + 0.9)), (law.Throughput(1), law.Throughput(10)));
        Assert.Equal(Math.Sqrt(90), law.Peak!.Value, precision: 12);
        Assert.Null((law with { Kappa = 0 }).Peak);
        Assert.Null((law with { Sigma = 1 }).Peak);
    }

    [Fact]
    public void WithoutCrosstalk_ItIsAmdahlsLaw() => Gen.Select(Gen.Double[0, 1], Gen.Int[1, 100]).Sample((serial, inFlight) =>
    {
        var law = new UniversalScalability(Lambda: 1, serial, Kappa: 0);

        Assert.Equal(Formula.SpeedUp(serial, inFlight), law.Throughput(inFlight), tolerance: 1e-9);
    });

    [Fact]
    public void PointsOnACurve_GiveTheCurve() =>
        Gen.Select(Gen.Double[0.1, 1_000], Gen.Double[0, 0.9], Gen.Double[0.0001, 0.05]).Sample((lambda, sigma, kappa) =>
        {
            var law = new UniversalScalability(lambda, sigma, kappa);

            var fit = ScalabilityFit.Of(Points(law));

            Assert.Equal(1, fit.Curve.Lambda / lambda, tolerance: 1e-9);
            Assert.Equal(sigma, fit.Curve.Sigma, tolerance: 1e-9);
            Assert.Equal(kappa, fit.Curve.Kappa, tolerance: 1e-9);
            Assert.True(fit.Sigma.Contains(fit.Curve.Sigma) && fit.Kappa.Contains(fit.Curve.Kappa));
            Assert.Equal(1, fit.Peak!.Value / law.Peak!.Value, tolerance: 1e-5);
            Assert.True(fit.Throughput(10).Contains(fit.Curve.Throughput(10)));
            Assert.Equal(1, fit.Throughput(10).Low / law.Throughput(10), tolerance: 1e-6);
            Assert.Equal(1, fit.Throughput(10).High / law.Throughput(10), tolerance: 1e-6);
        });

    /// <remarks>Rounding alone must not look like a peak, however far out.</remarks>
    [Fact]
    public void PointsWithoutCrosstalk_HaveNoPeak() =>
        Gen.Select(Gen.Double[1, 1_000], Gen.Double[0, 0.9]).Sample((lambda, sigma) =>
        {
            var fit = ScalabilityFit.Of(Points(new UniversalScalability(lambda, sigma, Kappa: 0)));

            Assert.Equal(0, fit.Kappa.Low);
            Assert.Null(fit.Peak);
            Assert.Equal(sigma, fit.Curve.Sigma, tolerance: 1e-7);
        });

    /// <remarks>Throughput that grows faster than what is in flight has neither contention nor crosstalk.</remarks>
    [Fact]
    public void PointsBetterThanLinear_AreALine()
    {
        var fit = ScalabilityFit.Of(Sweep.Select(n => (n, 10 * Math.Pow(n, 1.1))));

        Assert.Equal((0, 0), (fit.Curve.Sigma, fit.Curve.Kappa));
        Assert.True(fit.Sigma.Contains(0) && fit.Kappa.Contains(0));
        Assert.Null(fit.Peak);
    }

    /// <remarks>
    /// No choice of λ, σ and κ that is not negative may come closer: the fit is compared with its neighbours in every
    /// direction that is allowed.
    /// </remarks>
    [Fact]
    public void Fit_HasTheLeastErrorOfAllCurves() =>
        Gen.Double[0.5, 2].Array[Sweep.Length].Sample(noise =>
        {
            var points = Points(new UniversalScalability(20, 0.05, 0.0005))
                .Zip(noise, (point, factor) => (point.InFlight, point.Throughput * factor)).ToArray();

            var fit = ScalabilityFit.Of(points);
            var best = fit.Curve;

            Assert.True(fit.Sigma.Contains(best.Sigma) && fit.Kappa.Contains(best.Kappa));
            (int, int, int)[] directions = [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1), (1, 1, -1)];
            foreach (var (lambda, sigma, kappa) in directions)
            {
                var other = new UniversalScalability(
                    best.Lambda * (1 + 1e-3 * lambda),
                    Math.Max(0, best.Sigma + 1e-3 * sigma),
                    Math.Max(0, best.Kappa + 1e-4 * kappa));
                Assert.True(Error(best, points) <= Error(other, points) + 1e-12);
            }
        });

    /// <remarks>Two per cent of noise, the same each time: of 1,000 intervals some 950 must hold the truth.</remarks>
    [Fact]
    public void Intervals_HoldTheTruthNineteenTimesOfTwenty()
    {
        var law = new UniversalScalability(Lambda: 100, Sigma: 0.1, Kappa: 0.002);
        var random = new Random(11);
        var (sigma, kappa, throughput) = (0, 0, 0);
        for (var trial = 0; trial < 1_000; trial++)
        {
            var noisy = Points(law).Select(point => (point.InFlight, point.Throughput * (1 + 0.02 * Normal(random))));
            var fit = ScalabilityFit.Of(noisy);
            sigma += fit.Sigma.Contains(law.Sigma) ? 1 : 0;
            kappa += fit.Kappa.Contains(law.Kappa) ? 1 : 0;
            throughput += fit.Throughput(16).Contains(law.Throughput(16)) ? 1 : 0;
        }

        Assert.InRange(sigma, 930, 970);
        Assert.InRange(kappa, 930, 970);
        Assert.InRange(throughput, 930, 970);
    }

    /// <remarks>The tutorial's first cause: ℓ 0.199, a link of 0.141 a page, and a hand-over that costs 0.0087·(W−1).</remarks>
    [Fact]
    public void AHandOverThatGrowsWithTheWaiters_HasAPeak()
    {
        var points = Sweep.Select(n => (n, 1 / Math.Max(0.36 / n, 0.141 + 0.0087 * (n - 1))));

        var fit = ScalabilityFit.Of(points);

        Assert.InRange(fit.Peak!.Value, 2, 8);
    }

    private static IEnumerable<(double InFlight, double Throughput)> Points(UniversalScalability law) =>
        Sweep.Select(n => (n, law.Throughput(n)));

    /// <summary>The sum of the squared relative errors of n/X.</summary>
    private static double Error(UniversalScalability law, (double InFlight, double Throughput)[] points) =>
        points.Sum(point => Math.Pow(point.Throughput / law.Throughput(point.InFlight) - 1, 2));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
