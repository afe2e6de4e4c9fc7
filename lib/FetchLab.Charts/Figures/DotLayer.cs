namespace FetchLab.Charts;

/// <summary>Dots of one shape, each with what the pointer is told there.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Colour">Their colour, from <see cref="Palette"/>.</param>
/// <param name="Points">Where they are.</param>
/// <param name="Shape">What they look like: colour alone never tells two series apart.</param>
/// <param name="Fields">What is said there: each field has one value for each dot.</param>
internal sealed record DotLayer(
    string Name, string Colour, IReadOnlyList<Point> Points, DotShape Shape, IReadOnlyList<HoverField> Fields) : Layer(Name, Colour)
{
    /// <summary>False for the dots of a curve that the legend names already.</summary>
    public bool Named { get; init; } = true;

    public override bool InLegend => Named;
}
