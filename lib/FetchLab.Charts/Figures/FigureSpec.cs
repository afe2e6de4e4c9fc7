namespace FetchLab.Charts;

/// <summary>
/// All that a figure shows, once. The live chart, the still and the text are each drawn from this and from nothing else, so
/// they cannot disagree; a new figure is a function that returns one.
/// </summary>
internal sealed record FigureSpec
{
    public const int Width = 860;
    public const int MarginTop = 66;

    /// <summary>From the horizontal axis to the caption, and from one of its lines to the next, in pixels.</summary>
    public const int CaptionTop = 46;
    public const int LineHeight = 16;

    private const int UsualHeight = 300;

    /// <summary>One line that says what is seen.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two for people who hear the figure.</summary>
    public required string Description { get; init; }

    public required Axis X { get; init; }

    public required Axis Y { get; init; }

    /// <summary>The bands that <see cref="Y"/> names; null where it is an axis of numbers.</summary>
    public Lanes? Lanes { get; init; }

    /// <summary>The numbers for the text edition, a heading first; null where it draws the <see cref="Lanes"/>.</summary>
    public IReadOnlyList<string[]>? Table { get; init; }

    /// <summary>Lines below the horizontal axis: numbers that the picture cannot show.</summary>
    public IReadOnlyList<string> Caption { get; init; } = [];

    /// <summary>Lines that the text edition has besides: what the picture shows with marks.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>What is drawn, from the back to the front.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>The figures that this one is chosen from; null where it stands alone.</summary>
    public Slider? Slider { get; init; }

    /// <summary>Room at the right, in pixels: more where texts stand behind the longest bar.</summary>
    public int MarginRight { get; init; } = 24;

    /// <summary>The height of the part between the axes, in pixels.</summary>
    public int PlotHeight
    {
        get => field > 0 ? field : Lanes is { } lanes ? lanes.Rows * lanes.RowHeight : UsualHeight;
        init;
    }

    public int CaptionHeight => Caption.Count == 0 ? 0 : Caption.Count * LineHeight + 4;

    public int MarginBottom => 48 + CaptionHeight + (Slider is null ? 0 : Slider.Height);

    public int Height => MarginTop + PlotHeight + MarginBottom;

    /// <summary>Room for the title of the vertical axis and for its longest label.</summary>
    public int MarginLeft
    {
        get => field > 0 ? field : 38 + (int)Math.Ceiling(Y.Ticks().Select(tick => TextWidth.Of(tick.Label)).DefaultIfEmpty().Max());
        init;
    }
}
