namespace FetchLab.Charts;

/// <summary>Bars from one value to another, each in a row.</summary>
internal sealed record BarLayer(string Name, string Colour, IReadOnlyList<Bar> Bars) : Layer(Name, Colour)
{
    /// <summary>How much of the row's height a bar fills; it lies in the middle.</summary>
    public double Thickness { get; init; } = 1;
}
