namespace FetchLab.Charts;

/// <summary>A part of a fetch, as timelines and traces tell them apart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Colour">Its colour, from <see cref="Palette"/>.</param>
/// <param name="Glyph">Its letter where a figure is text; a space where it does not show there.</param>
/// <param name="Thickness">How much of its row it fills.</param>
/// <param name="From">When it begins in a fetch.</param>
/// <param name="To">When it ends; where that is not later, the fetch has no such part.</param>
internal sealed record Phase(
    string Name, string Colour, char Glyph, double Thickness, Func<FetchRecord, TimeSpan> From, Func<FetchRecord, TimeSpan> To)
{
    /// <summary>
    /// In the order of time: the wait for the request's turn, the wait for its connection to be made (only where the request
    /// was the first to go over one), the wait for the headers, the body, and the client's own
    /// work on the page with its wait for the lock.
    /// </summary>
    public static IReadOnlyList<Phase> All { get; } =
    [
        new("in the queue", Palette.Queued, ' ', 0.3, record => record.Queued, record => record.Started),
        new("connecting", Palette.Connecting, '░', 1, record => record.Started, Connected),
        new("waiting for headers", Palette.Waiting, '▒', 1, Connected, record => record.Headers),
        new("body", Palette.Body, '█', 1, record => record.Headers, record => record.Finished),
        new("client work", Palette.Working, '▓', 1, record => record.Finished, record => record.Done),
    ];

    private static TimeSpan Connected(FetchRecord record) => record.Started + (record.Connect ?? TimeSpan.Zero);
}
