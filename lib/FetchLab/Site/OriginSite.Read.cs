namespace FetchLab;

public sealed partial class OriginSite
{
    /// <summary>
    /// The runs of other programs, in the order of their first rows: what they say of themselves, joined with what the origin
    /// noted of each request. They are compared, predicted and drawn as runs of this process are.
    /// </summary>
    /// <remarks>
    /// What only this process could know of itself (processor time, memory, threads) is 0. Headers count as having come with the
    /// last byte, and a page's wait for its turn as none.
    /// </remarks>
    /// <param name="rows">The rows of one or more programs.</param>
    /// <param name="pages">The pages that each of them fetched.</param>
    /// <param name="like">The strategy whose formula is a program's, by the program's name.</param>
    /// <param name="cancellationToken">Gives up asking the origin.</param>
    /// <exception cref="FetchLabException">A row is of no page or ends before it starts, or the origin knows nothing of a row's request.</exception>
    public async Task<IReadOnlyList<FetchRun>> ReadAsync(
        IEnumerable<FetchRow> rows, IReadOnlyList<Page> pages, Func<string, FetchStrategy> like, CancellationToken cancellationToken = default)
    {
        Page.Validate(pages);
        var runs = new List<FetchRun>();
        foreach (var program in Require.Given(rows, "rows", "new[] { new FetchRow(\"python\", \"run 1\", 0, 1, 1, 0, 50) }").GroupBy(row => (row.Program, row.Run)))
        {
            var noted = (await LogAsync(program.Key.Run, cancellationToken).ConfigureAwait(false))
                .Where(line => line.Record is not null).GroupBy(line => line.Record!.Value).ToDictionary(lines => lines.Key, lines => lines.Last());
            var strategy = Require.Given(Require.Given(like, "strategies", "program => Fetch.Threads(10)")(program.Key.Program), "a strategy", "Fetch.Threads(10)");
            runs.Add(Read(program.Key.Program, [.. program], pages, strategy, noted) with
            {
                RunId = program.Key.Run,
                Origin = await CountsAsync(program.Key.Run, cancellationToken).ConfigureAwait(false),
            });
        }

        return runs.Count > 0 ? runs : throw new FetchLabException("there are no rows; give at least one for each page that was fetched.");
    }

    private static FetchRun Read(
        string program, FetchRow[] rows, IReadOnlyList<Page> pages, FetchStrategy strategy, Dictionary<int, OriginLogLine> noted)
    {
        var workers = strategy.WorkersFor(pages.Count);
        var met = new ConnectionIds();
        FetchRecord[] records = [.. InLanes(rows).Select(one => Read(one.Row, one.Lane, pages, noted, met)).OrderBy(record => record.Index)];
        var held = records.Select(record => record.Held!.Value).ToArray();
        return new()
        {
            Strategy = program,
            Workers = workers,
            Records = records,
            Makespan = records.Max(record => record.Finished),
            PeakInFlight = InFlight.Peak(records),
            CpuTime = TimeSpan.Zero,
            AllocatedBytes = 0,
            PeakThreads = 0,
            Predicted = strategy.Predict(pages),
            PredictedFromHeld = held.Length == pages.Count ? strategy.Predict(held) : null,
        };
    }

    // Who fetched a page, such programs do not say: the lowest number that no other fetch has at that moment.
    private static IEnumerable<(FetchRow Row, int Lane)> InLanes(IEnumerable<FetchRow> rows)
    {
        var ends = new List<double>();
        foreach (var row in rows.OrderBy(row => row.StartedMs))
        {
            var lane = ends.FindIndex(end => end <= row.StartedMs);
            if (lane < 0)
                (lane, ends) = (ends.Count, [.. ends, 0]);
            ends[lane] = row.FinishedMs;
            yield return (row, lane);
        }
    }

    private static FetchRecord Read(FetchRow row, int lane, IReadOnlyList<Page> pages, Dictionary<int, OriginLogLine> noted, ConnectionIds met)
    {
        if (row.Index < 0 || row.Index >= pages.Count)
            throw new FetchLabException(FormattableString.Invariant($"a row of '{row.Program}' is of page {row.Index}, but there are {pages.Count}; pages count from 0."));
        if (!(row.StartedMs >= 0 && row.FinishedMs >= row.StartedMs && row.FinishedMs < 86_400_000))
            throw new FetchLabException(FormattableString.Invariant(
                $"page {row.Index} of '{row.Program}' goes from {row.StartedMs} to {row.FinishedMs} ms; a row has milliseconds from the start of its run, such as 0 and 52.5."));
        if (!noted.TryGetValue(row.Index, out var line))
            throw new FetchLabException(FormattableString.Invariant(
                $"the origin knows no request for page {row.Index} of run '{row.Run}'; send it with a header such as FetchLab-Run: {row.Run}/{row.Index}."));

        var connection = met.Meet(line.Connection, out var isNew);
        var (started, finished) = (TimeSpan.FromMilliseconds(row.StartedMs), TimeSpan.FromMilliseconds(row.FinishedMs));
        return new()
        {
            Index = row.Index, Url = pages[row.Index].Url, Worker = lane, ProcessId = row.Process,
            ThreadIdAtStart = row.Thread, ThreadIdAtEnd = row.Thread,
            Queued = started, Started = started, Headers = finished, Finished = finished,
            Connection = connection, NewConnection = isNew, Status = line.Status,
            Held = TimeSpan.FromMilliseconds(line.Held), QueuedAtOrigin = TimeSpan.FromMilliseconds(line.Queue), ServiceAtOrigin = TimeSpan.FromMilliseconds(line.Service),
        };
    }
}
