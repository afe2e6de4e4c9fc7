namespace FetchLab.Charts;

/// <summary>Guesses counted between round numbers of seconds.</summary>
internal sealed class GuessBins
{
    private const int MostBins = 10;
    private const int MostLabels = 16;

    // As far from each other as numbers can be and stay round.
    private static readonly int[] _digits = [1, 2, 5];

    private readonly IReadOnlyList<double> guesses;
    private readonly bool log;
    private readonly double[] edges;

    /// <param name="guesses">In seconds; at least one.</param>
    /// <param name="marks">Times that must lie on the axis as well, in seconds.</param>
    public GuessBins(IReadOnlyList<double> guesses, IEnumerable<double> marks)
    {
        this.guesses = guesses;
        double[] all = [.. guesses, .. marks.Where(mark => mark > 0)];
        var (least, most) = (all.Min(), all.Max());
        log = LogAxis.Suits(least, most);
        edges = [.. log ? Powers(least, most) : Steps(most)];
    }

    /// <summary>The bins, empty ones too. A guess on an edge belongs to the bin that starts there.</summary>
    public IEnumerable<(double From, double To, int Count)> All => edges.Zip(edges.Skip(1), (from, to) =>
        (from, to, guesses.Count(guess => guess >= from && guess < to)));

    /// <summary>An axis from the first bin to the last one, in seconds, with the edges written on it where there is room.</summary>
    public Axis Axis(string title)
    {
        var axis = log
            ? LogAxis.Of($"{title} (s, log scale)", edges[0], edges[^1])
            : new($"{title} (s)", 0, edges[^1] * 1.03);
        return edges.Length <= MostLabels ? axis with { Labels = [.. edges.Select(edge => new Tick(edge, Num.Short(edge, 6)))] } : axis;
    }

    private static IEnumerable<double> Powers(double least, double most)
    {
        var round = Enumerable.Range((int)Math.Floor(Math.Log10(least)), (int)Math.Ceiling(Math.Log10(most / least)) + 3)
            .SelectMany(_ => _digits, (power, digit) => Num.Digits(digit * Math.Pow(10, power))).ToList();
        var first = round.FindLastIndex(edge => edge <= least);
        return round.Skip(first).Take(round.FindIndex(edge => edge > most) - first + 1);
    }

    private static IEnumerable<double> Steps(double most)
    {
        var step = new Axis("", 0, most).Step;
        return Enumerable.Range(0, MostBins + 2).Select(place => Num.Digits(place * step)).TakeWhile(edge => edge <= most + step);
    }
}
