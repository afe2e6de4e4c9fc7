namespace FetchLab;

/// <summary>
/// The Universal Scalability Law through measured points, and how sure its coefficients are. Fit it where there are contention
/// and crosstalk; a sweep over K slots has its asymptotes instead.
/// </summary>
public sealed record ScalabilityFit
{
    private const int LeastPoints = 6;
    private const double MostInFlight = 1e6;

    private readonly ScalabilityTerms _best;

    private ScalabilityFit(ScalabilityTerms best, Interval sigma, Interval kappa) => (_best, Sigma, Kappa) = (best, sigma, kappa);

    /// <summary>The law with the coefficients that fit best.</summary>
    public UniversalScalability Curve => _best.Curve;

    /// <summary>σ, with a confidence of 95 %.</summary>
    public Interval Sigma { get; }

    /// <summary>κ, with a confidence of 95 %.</summary>
    public Interval Kappa { get; }

    /// <summary>The n of the greatest throughput; null where the interval of κ does not exclude 0, or there is no peak.</summary>
    public double? Peak => Kappa.Low > 0 ? Curve.Peak : null;

    /// <summary>
    /// Where the X(n) of the law lies with a confidence of 95 %, in pages a second; without an upper end where the points do not
    /// say. A coefficient that was fitted as 0 is taken to be 0.
    /// </summary>
    /// <param name="inFlight">n, from 1 to 1,000,000.</param>
    /// <exception cref="FetchLabException">n is out of its range.</exception>
    public Interval Throughput(double inFlight)
    {
        Require.Between(1, MostInFlight, inFlight, "inFlight", "10");
        var (value, margin) = _best.SecondsInFlight(inFlight);
        return new(inFlight / (value + margin), value > margin ? inFlight / (value - margin) : double.PositiveInfinity);
    }

    /// <summary>
    /// Fits λ, σ ≥ 0 and κ ≥ 0. Divided, n/X = (1 + σ(n−1) + κn(n−1))/λ is linear in 1/λ, σ/λ and κ/λ; the fit has the least
    /// sum of squared <em>relative</em> errors of it.
    /// </summary>
    /// <remarks>
    /// Intervals are Student's, by the delta method for the quotients. A coefficient that would be negative is 0: its interval
    /// is then what reaches above 0 of that of the fit in which it alone may be negative.
    /// </remarks>
    /// <param name="points">
    /// At least 6, at three or more different n: how many were in flight (from 1), and the throughput in pages a second.
    /// </param>
    /// <exception cref="FetchLabException">There are too few points, or one is out of its range.</exception>
    public static ScalabilityFit Of(IEnumerable<(double InFlight, double Throughput)> points)
    {
        var measured = points.ToArray();
        Validate(measured);

        // Each row of n/X is divided by its own value: what is to be met is 1, and an error is a relative one.
        double[][] columns =
        [
            [.. measured.Select(point => point.Throughput / point.InFlight)],
            [.. measured.Select(point => point.Throughput / point.InFlight * (point.InFlight - 1))],
            [.. measured.Select(point => point.Throughput * (point.InFlight - 1))],
        ];

        // With none below 0, the best fit is the plain one over those that are above.
        ScalabilityTerms[] candidates = [Fit(true, true), Fit(true, false), Fit(false, true), Fit(false, false)];
        var best = candidates.Where(terms => terms.IsPossible).MinBy(terms => terms.SumOfSquares)!;
        return new(
            best,
            ToInterval(Fit(contention: true, best.HasCrosstalk).Sigma),
            ToInterval(Fit(best.HasContention, crosstalk: true).Kappa));

        ScalabilityTerms Fit(bool contention, bool crosstalk) => new(columns, contention, crosstalk);
    }

    private static Interval ToInterval(Estimate? estimate) => estimate is { } known
        ? new(Math.Max(0, known.Value - known.Margin), Math.Max(0, known.Value + known.Margin))
        : new(0, double.PositiveInfinity);

    private static void Validate((double InFlight, double Throughput)[] points)
    {
        Require.AtLeast(LeastPoints, points.Length, "points", "one at each of 1, 2, 4, 8, 16, 32 and 64 in flight");
        foreach (var (inFlight, throughput) in points)
        {
            Require.Between(1, MostInFlight, inFlight, "a point's in flight", "10");
            Require.Between(1e-9, 1e12, throughput, "a point's throughput", "200");
        }

        // Three coefficients need three places.
        var different = points.Select(point => point.InFlight).Distinct().Count();
        Require.AtLeast(3, different, "different points in flight", "1, 2, 4, 8, 16, 32 and 64");
    }
}
