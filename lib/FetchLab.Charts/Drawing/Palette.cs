using System.Globalization;

namespace FetchLab.Charts;

/// <summary>
/// The colours that all figures share. They are taken from the set that Okabe and Ito chose so that people with any kind
/// of colour blindness can tell them apart; every role keeps its colour from figure to figure.
/// </summary>
internal static class Palette
{
    /// <summary>What was measured, where several things are compared: strategies, or kinds of memory.</summary>
    public static readonly string[] Series = [Measured, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#A3A3A3"];

    /// <summary>What was measured.</summary>
    public const string Measured = "#0072B2";

    /// <summary>What the formula predicts.</summary>
    public const string Predicted = "#D55E00";

    /// <summary>What somebody guessed.</summary>
    public const string Guessed = "#CC79A7";

    /// <summary>A page that was taken in hand and not yet sent.</summary>
    public const string Queued = "#A3A3A3";

    /// <summary>A connection that is being made.</summary>
    public const string Connecting = "#009E73";

    /// <summary>From the request to the reply's headers.</summary>
    public const string Waiting = "#56B4E9";

    /// <summary>From the headers to the last byte.</summary>
    public const string Body = "#0072B2";

    /// <summary>The client's own work on a page.</summary>
    public const string Working = "#E69F00";

    /// <summary>A fetch that failed.</summary>
    public const string Failed = "#D55E00";

    /// <summary>
    /// Text where the page around the figure does not give a colour of its own: the grey whose contrast with white (4.5)
    /// and with a dark editor (3.7) are both readable.
    /// </summary>
    public const string Ink = "#767676";

    /// <summary>Grid lines: half transparent, so that they stay faint on white and on black.</summary>
    public const string Grid = "rgba(128,128,128,0.28)";

    /// <summary>The fonts that are tried, in order; the first is whatever the reader's system uses.</summary>
    public const string Fonts = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

    /// <summary>A colour that lets through what lies under it.</summary>
    /// <param name="colour">Such as <c>#0072B2</c>.</param>
    /// <param name="opacity">How much of it covers; from 0 to 1.</param>
    public static string Clear(string colour, double opacity)
    {
        var parts = Convert.FromHexString(colour.AsSpan(1));
        return string.Create(CultureInfo.InvariantCulture, $"rgba({parts[0]},{parts[1]},{parts[2]},{opacity})");
    }
}
