namespace FetchLab.Charts;

/// <summary>Things of one kind and colour in a figure. Later layers lie on top of earlier ones.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Colour">Its colour, from <see cref="Palette"/>.</param>
internal abstract record Layer(string Name, string Colour)
{
    /// <summary>The letter that stands for it where a figure is shown as text; a space where it does not show there.</summary>
    public char Glyph { get; init; } = ' ';

    /// <summary>Whether the legend names it.</summary>
    public virtual bool InLegend => true;
}
