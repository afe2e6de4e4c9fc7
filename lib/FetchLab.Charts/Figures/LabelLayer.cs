namespace FetchLab.Charts;

/// <summary>Texts inside the figure, all in the upper or all in the lower halves of their rows.</summary>
/// <param name="Name">What they tell; the legend does not name them.</param>
/// <param name="TextColour">The colour of the texts; null for the colour that all text of the figure has.</param>
/// <param name="Labels">The texts.</param>
/// <param name="Upper">Whether they stand in the upper halves.</param>
internal sealed record LabelLayer(string Name, string? TextColour, IReadOnlyList<Label> Labels, bool Upper)
    : Layer(Name, TextColour ?? Palette.Ink)
{
    public override bool InLegend => false;
}
