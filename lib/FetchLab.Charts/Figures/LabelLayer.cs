namespace FetchLab.Charts;

/// <summary>Texts inside the figure, all at the same height in their rows.</summary>
/// <param name="Name">What they tell; the legend does not name them.</param>
/// <param name="TextColour">The colour of the texts; null for the colour that all text of the figure has.</param>
/// <param name="Labels">The texts.</param>
/// <param name="Place">Where in their rows.</param>
internal sealed record LabelLayer(string Name, string? TextColour, IReadOnlyList<Label> Labels, LabelPlace Place)
    : Layer(Name, TextColour ?? Palette.Ink)
{
    public override bool InLegend => false;
}
