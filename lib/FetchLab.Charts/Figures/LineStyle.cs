namespace FetchLab.Charts;

/// <summary>How a line is drawn, and with that where its values come from.</summary>
internal enum LineStyle
{
    /// <summary>Measured, or fitted to what was.</summary>
    Solid,

    /// <summary>Predicted by a formula.</summary>
    Dashed,

    /// <summary>Guessed by a person.</summary>
    Dotted,
}
