namespace FetchLab;

/// <summary>
/// The coefficients by which some columns add up to ones as closely as they can: that with the least sum of squares.
/// </summary>
internal sealed class LeastSquares
{
    private readonly double[][] _inverse;

    /// <summary>Solves by Gram and Schmidt's orthogonalisation, which loses less than the normal equations do.</summary>
    /// <param name="columns">Columns of the same length, none a mixture of the others.</param>
    public LeastSquares(double[][] columns)
    {
        var rows = columns[0].Length;
        var size = columns.Length;
        var residual = Enumerable.Repeat(1.0, rows).ToArray();
        var unit = columns.Select(column => column.ToArray()).ToArray();
        var upper = Square(size);
        var projected = new double[size];
        for (var i = 0; i < size; i++)
        {
            upper[i][i] = Math.Sqrt(Dot(unit[i], unit[i]));
            Scale(unit[i], 1 / upper[i][i]);
            for (var j = i + 1; j < size; j++)
            {
                upper[i][j] = Dot(unit[i], unit[j]);
                Subtract(unit[j], unit[i], upper[i][j]);
            }

            projected[i] = Dot(unit[i], residual);
            Subtract(residual, unit[i], projected[i]);
        }

        _inverse = Invert(upper);
        Coefficients = [.. _inverse.Select(row => Dot(row, projected))];
        SumOfSquares = Dot(residual, residual);
        Freedom = rows - size;
    }

    public double[] Coefficients { get; }

    /// <summary>What is left over.</summary>
    public double SumOfSquares { get; }

    /// <summary>The rows that are more than the coefficients.</summary>
    public int Freedom { get; }

    /// <summary>How two coefficients vary together, for residuals of variance 1.</summary>
    public double Covariance(int one, int other) =>
        Enumerable.Range(0, Coefficients.Length).Sum(i => _inverse[one][i] * _inverse[other][i]);

    private static double[][] Invert(double[][] upper)
    {
        var size = upper.Length;
        var inverse = Square(size);
        for (var j = 0; j < size; j++)
        {
            inverse[j][j] = 1 / upper[j][j];
            for (var i = j - 1; i >= 0; i--)
                inverse[i][j] = -Enumerable.Range(i + 1, j - i).Sum(k => upper[i][k] * inverse[k][j]) / upper[i][i];
        }

        return inverse;
    }

    private static double[][] Square(int size) => [.. Enumerable.Range(0, size).Select(_ => new double[size])];

    private static double Dot(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();

    private static void Scale(double[] vector, double factor)
    {
        for (var i = 0; i < vector.Length; i++)
            vector[i] *= factor;
    }

    private static void Subtract(double[] vector, double[] other, double factor)
    {
        for (var i = 0; i < vector.Length; i++)
            vector[i] -= factor * other[i];
    }
}
