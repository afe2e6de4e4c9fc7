namespace FetchLab.Charts;

/// <summary>The area between two curves: where a third, drawn over it, may lie as well.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Colour">Its colour, from <see cref="Palette"/>; what lies under it shows through.</param>
/// <param name="Edge">All around it: one of the curves forwards, then the other one backwards.</param>
internal sealed record BandLayer(string Name, string Colour, IReadOnlyList<Point> Edge) : Layer(Name, Colour)
{
    /// <summary>How much of its colour covers what lies under it.</summary>
    public const double Opacity = 0.2;

    /// <summary>False for a further band of the same kind.</summary>
    public bool Named { get; init; } = true;

    public override bool InLegend => Named;
}
