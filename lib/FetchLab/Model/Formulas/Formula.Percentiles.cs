namespace FetchLab;

public static partial class Formula
{
    /// <summary>A percentile over fewer samples beyond it is the luck of a few.</summary>
    private const int SamplesBeyond = 10;

    /// <summary>n ≥ 10/(1−q): the samples that a percentile needs, ten of them beyond it; p90 from 100, p99 from 1,000.</summary>
    /// <param name="quantile">q, from 0 to 0.999999; 0.99 for the 99th percentile.</param>
    /// <exception cref="FetchLabException">The quantile is out of its range.</exception>
    public static int SamplesFor(double quantile)
    {
        CheckQuantile(quantile);
        // In decimal, where 1 − 0.99 is 0.01: in binary the thousandth sample would not be enough.
        return (int)Math.Ceiling(SamplesBeyond / (1m - (decimal)quantile));
    }

    /// <summary>1 − qⁿ: the probability that at least one of n independent samples lies beyond the quantile.</summary>
    /// <remarks>A page of a hundred parts sees a server's p99 in 63 % of all cases.</remarks>
    /// <param name="samples">n, at least 0.</param>
    /// <param name="quantile">q, from 0 to 0.999999.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double ChanceOfOneBeyond(int samples, double quantile = 0.99)
    {
        Require.AtLeast(0, samples, "samples", "100");
        CheckQuantile(quantile);
        return 1 - Math.Pow(quantile, samples);
    }

    private static void CheckQuantile(double quantile) => Require.Between(0, 0.999999, quantile, "quantile", "0.99");
}
