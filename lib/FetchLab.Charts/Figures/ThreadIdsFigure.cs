using System.Globalization;

namespace FetchLab.Charts;

/// <summary>Which threads did the work.</summary>
public static class ThreadIdsFigure
{
    private const int MostHeight = 330;

    /// <summary>
    /// For each managed thread id, in their order, how many fetches began on it (light) and how many went on there when
    /// their body was read (dark). One thread that begins all and many that end them is what coroutines on a pool look like.
    /// </summary>
    /// <exception cref="FetchLabException">The run has no records.</exception>
    public static Figure ThreadIds(this FetchRun run)
    {
        RunText.NeedsFetches(run);
        var began = run.Records.CountBy(record => record.ThreadIdAtStart).ToDictionary();
        var ended = run.Records.CountBy(record => record.ThreadIdAtEnd).ToDictionary();
        var ids = began.Keys.Union(ended.Keys).Order().ToArray();
        var lanes = new Lanes(
            [.. ids.Select((id, place) => new Lane(Num.Whole(id), $"{Began(id)} began, {Ended(id)} ended", 2 * place, 2))],
            Math.Max(Math.Clamp(MostHeight / (2 * ids.Length), 1, 13), 60 / (2 * ids.Length)));
        var moved = run.Records.Count(record => record.ThreadIdAtStart != record.ThreadIdAtEnd);
        return new(new()
        {
            Title = $"{TextWidth.Cut(run.Strategy, 40)}: {Num.Count(run.Records.Count, "fetch", "fetches")} began on {Num.Count(began.Count, "thread")} and ended on {Num.Whole(ended.Count)}",
            Description = $"Two bars for each of {Num.Count(ids.Length, "thread")}. {Num.Count(moved, "fetch", "fetches")} ended on another thread than they began on.",
            X = new("fetches", 0, began.Values.Concat(ended.Values).Max() * 1.03) { Whole = true },
            Y = lanes.RowHeight < 6 ? lanes.ToAxis("thread") with { Rules = [] } : lanes.ToAxis("thread"),
            Lanes = lanes,
            Layers =
            [
                new BarLayer("began on it", Palette.Waiting, [.. Bars(0, Began)]),
                new BarLayer("ended on it", Palette.Body, [.. Bars(1, Ended)]),
                new HoverLayer(
                    [.. Enumerable.Range(0, 2 * ids.Length).Select(row => new Bar(row, 0, Math.Max(Began(ids[row / 2]), Ended(ids[row / 2]))))],
                    [
                        new("<b>thread ", [.. ids.SelectMany(id => new object[] { id, id })]),
                        new("</b><br>began ", [.. ids.SelectMany(id => new object[] { Began(id), Began(id) })]),
                        new(", ended ", [.. ids.SelectMany(id => new object[] { Ended(id), Ended(id) })]),
                    ]),
            ],
            Table = [["thread", "began", "ended"], .. ids.Select(id => new[] { id, Began(id), Ended(id) }
                .Select(value => value.ToString(CultureInfo.InvariantCulture)).ToArray())],
        });

        int Began(int id) => began.GetValueOrDefault(id);
        int Ended(int id) => ended.GetValueOrDefault(id);
        IEnumerable<Bar> Bars(int row, Func<int, int> count) =>
            ids.Select((id, place) => new Bar(2 * place + row, 0, count(id))).Where(bar => bar.To > 0);
    }
}
