namespace FetchLab.Charts;

/// <summary>Texts inside a figure; the legend does not name them.</summary>
/// <param name="Name">What they tell.</param>
/// <param name="TextColour">The colour of the texts; null for the colour that all text of the figure has.</param>
/// <param name="Notes">The texts, each at the right of its place and a little below: where a rising curve leaves room.</param>
internal sealed record NoteLayer(string Name, string? TextColour, IReadOnlyList<Note> Notes)
    : Layer(Name, TextColour ?? Palette.Ink)
{
    /// <summary>Whether the texts stand at the left of their places instead: where the figure ends at the right.</summary>
    public bool Leftwards { get; init; }

    public override bool InLegend => false;
}
