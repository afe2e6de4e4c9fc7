namespace FetchLab;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
internal static class StudentT
{
    /// <summary>The t that 95 % lie within, on both sides.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double TwoSided95(int freedom)
    {
        var (low, high) = (0.0, 13.0); // 12.7 is the greatest, with one degree.
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, freedom) < 0.95 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of lying within ±t.</summary>
    /// <remarks>M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.</remarks>
    private static double Within(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = freedom % 2 == 1;

        var term = odd ? cosine : 1.0;
        var sum = freedom == 1 ? 0.0 : term;
        for (var k = odd ? 3 : 2; k <= freedom - 2; k += 2)
        {
            term *= (k - 1.0) / k * cosine * cosine;
            sum += term;
        }

        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
