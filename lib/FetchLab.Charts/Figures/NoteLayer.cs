namespace FetchLab.Charts;

/// <summary>Texts inside a figure; the legend does not name them.</summary>
/// <param name="Name">What they tell.</param>
/// <param name="TextColour">The colour of the texts; null for the colour that all text of the figure has.</param>
/// <param name="Notes">The texts.</param>
/// <param name="Side">On which side of their places they stand, a little below.</param>
internal sealed record NoteLayer(string Name, string? TextColour, IReadOnlyList<Note> Notes, NoteSide Side)
    : Layer(Name, TextColour ?? Palette.Ink)
{
    public override bool InLegend => false;
}
