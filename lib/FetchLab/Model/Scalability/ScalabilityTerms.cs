namespace FetchLab;

/// <summary>A fit of the Universal Scalability Law with contention, with crosstalk, with both or with none.</summary>
internal sealed class ScalabilityTerms
{
    // No measurement is better than a part in a thousand million. Without this, points that follow the law without crosstalk
    // to the last digit would be sure of a peak that is rounding alone.
    private const double LeastError = 1e-9;

    private readonly LeastSquares _fit;
    private readonly double _error;

    /// <param name="columns">What multiplies 1/λ, σ/λ and κ/λ in a row whose relative error counts.</param>
    /// <param name="contention">Whether σ is free; otherwise it is 0.</param>
    /// <param name="crosstalk">Whether κ is free; otherwise it is 0.</param>
    public ScalabilityTerms(double[][] columns, bool contention, bool crosstalk)
    {
        _fit = new([columns[0], .. contention ? columns[1..2] : [], .. crosstalk ? columns[2..] : []]);
        (HasContention, HasCrosstalk) = (contention, crosstalk);
        _error = Math.Max(LeastError, Math.Sqrt(_fit.SumOfSquares / _fit.Freedom));
        Sigma = contention ? EstimateOf(1) : null;
        Kappa = crosstalk ? EstimateOf(contention ? 2 : 1) : null;
        Curve = new(1 / _fit.Coefficients[0], Sigma?.Value ?? 0, Kappa?.Value ?? 0);
    }

    public bool HasContention { get; }

    public bool HasCrosstalk { get; }

    public UniversalScalability Curve { get; }

    /// <summary>σ; null where it is not free, or where a λ below 0 leaves nothing to compare it with.</summary>
    public Estimate? Sigma { get; }

    /// <summary>κ, likewise.</summary>
    public Estimate? Kappa { get; }

    public double SumOfSquares => _fit.SumOfSquares;

    /// <summary>Whether no coefficient is negative, and λ is finite.</summary>
    public bool IsPossible => Curve is { Lambda: > 0, Sigma: >= 0, Kappa: >= 0 };

    /// <summary>n/X(n), which is linear in the coefficients: its margin needs no approximation.</summary>
    public Estimate SecondsInFlight(double n)
    {
        double[] weights = [1, .. HasContention ? [n - 1] : Array.Empty<double>(), .. HasCrosstalk ? [n * (n - 1)] : Array.Empty<double>()];
        var value = weights.Zip(_fit.Coefficients, (weight, coefficient) => weight * coefficient).Sum();
        var variance = weights.SelectMany((one, i) => weights.Select((other, j) => one * other * _fit.Covariance(i, j))).Sum();
        return new(value, Margin(variance));
    }

    private double Margin(double variance) => StudentT.TwoSided95(_fit.Freedom) * _error * Math.Sqrt(Math.Max(0, variance));

    /// <remarks>The delta method: the variance of b/a is that of b − (b/a)·a, over a².</remarks>
    private Estimate? EstimateOf(int place)
    {
        var alone = _fit.Coefficients[0];
        if (alone <= 0)
            return null;

        var value = _fit.Coefficients[place] / alone;
        var variance =
            _fit.Covariance(place, place) - 2 * value * _fit.Covariance(0, place) + value * value * _fit.Covariance(0, 0);
        return new(value, Margin(variance) / alone);
    }
}
