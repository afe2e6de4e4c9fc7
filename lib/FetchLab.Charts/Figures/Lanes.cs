namespace FetchLab.Charts;

/// <summary>All lanes of a figure, from the top, and how high a row is drawn.</summary>
/// <param name="All">The lanes, from the top; together they fill the figure.</param>
/// <param name="RowHeight">The height of one row in pixels: a whole number, so that rows look alike.</param>
internal sealed record Lanes(IReadOnlyList<Lane> All, int RowHeight)
{
    private const double LabelHeight = 14;

    public int Rows => All.Sum(lane => lane.Rows);

    /// <summary>
    /// Where a bar lies in its row, in parts of the row: rows keep a distance, and a thin bar lies in the middle. All edges
    /// fall on whole pixels, because a hundred blurred edges make a grey mist.
    /// </summary>
    public (double Top, double Height) Band(double thickness)
    {
        var margin = RowHeight >= 12 ? (int)Math.Round(RowHeight * 0.12) : 0;
        var full = RowHeight - (RowHeight >= 12 ? 2 * margin : RowHeight >= 3 ? 1 : 0);
        var height = Math.Max(1, (int)Math.Round(full * thickness));
        return ((margin + (full - height) / 2) / (double)RowHeight, height / (double)RowHeight);
    }

    /// <summary>
    /// The axis that names the lanes. Where they are thinner than a line of text, only as many are named as have room.
    /// </summary>
    public Axis ToAxis(string title) => new(title, Rows, 0)
    {
        Labels = [.. Named().Select(lane => new Tick(lane.Centre, TextWidth.Cut(lane.Label, 30)))],
        Rules = All.Any(lane => lane.Rows > 1) ? [.. All.Skip(1).Select(lane => (double)lane.FirstRow)] : [],
    };

    private IEnumerable<Lane> Named()
    {
        var free = double.NegativeInfinity;
        foreach (var lane in All)
        {
            if (lane.Centre * RowHeight - LabelHeight / 2 >= free)
            {
                free = lane.Centre * RowHeight + LabelHeight / 2;
                yield return lane;
            }
        }
    }
}
