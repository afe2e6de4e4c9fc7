namespace FetchLab.Charts;

/// <summary>A line from point to point.</summary>
internal sealed record CurveLayer(string Name, string Colour, IReadOnlyList<Point> Points) : Layer(Name, Colour)
{
    /// <summary>How the line is drawn; see <see cref="LineStyle"/> for what each means.</summary>
    public LineStyle Style { get; init; }

    /// <summary>Whether a value holds until the next point, and then changes at once.</summary>
    public bool Stepped { get; init; }

    /// <summary>False for the curve of dots that the legend names already.</summary>
    public bool Named { get; init; } = true;

    public override bool InLegend => Named;

    /// <summary>What the pointer is told, with <c>%{x}</c> and <c>%{y}</c> for the values; null where it passes through.</summary>
    public string? Hover { get; init; }
}
