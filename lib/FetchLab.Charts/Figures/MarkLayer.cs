namespace FetchLab.Charts;

/// <summary>Marks of one shape.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Colour">Their colour, from <see cref="Palette"/>.</param>
/// <param name="Marks">Where they are.</param>
/// <param name="Shape">What they look like.</param>
/// <param name="Height">How high a mark is, in pixels.</param>
internal sealed record MarkLayer(string Name, string Colour, IReadOnlyList<Mark> Marks, MarkShape Shape, double Height)
    : Layer(Name, Colour);
