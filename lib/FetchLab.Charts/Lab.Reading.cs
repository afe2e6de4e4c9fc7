using System.Globalization;
using Microsoft.Data.Analysis;

namespace FetchLab;

public static partial class Lab
{
    /// <summary>The runs of other programs, from a frame of their rows; see <see cref="OriginSite.ReadAsync"/>.</summary>
    /// <param name="site">The origin that they fetched from.</param>
    /// <param name="rows">A row a fetch, with the columns <c>program, run, index, process, thread, started_ms, finished_ms</c>; see <see cref="FetchRow"/>.</param>
    /// <param name="pages">The pages that each of them fetched.</param>
    /// <param name="like">The strategy whose formula is a program's, by the program's name.</param>
    /// <param name="cancellationToken">Gives up asking the origin.</param>
    /// <exception cref="FetchLabException">A column is missing, or a row cannot be used.</exception>
    public static Task<IReadOnlyList<FetchRun>> ReadAsync(
        this OriginSite site, DataFrame rows, IReadOnlyList<Page> pages, Func<string, FetchStrategy> like, CancellationToken cancellationToken = default) =>
        site.ReadAsync(Rows(rows), pages, like, cancellationToken);

    private static List<FetchRow> Rows(DataFrame frame)
    {
        DataFrameColumn Column(string name) => frame.Columns.FirstOrDefault(column => column.Name == name) ?? throw new FetchLabException(
            $"the rows have no column '{name}'; they need program, run, index, process, thread, started_ms and finished_ms.");

        var (program, run, index, process, thread) = (Column("program"), Column("run"), Column("index"), Column("process"), Column("thread"));
        var (started, finished) = (Column("started_ms"), Column("finished_ms"));
        int Whole(DataFrameColumn column, long row) => Convert.ToInt32(column[row], CultureInfo.InvariantCulture);
        double Ms(DataFrameColumn column, long row) => Convert.ToDouble(column[row], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => new FetchRow(
            $"{program[row]}", $"{run[row]}", Whole(index, row), Whole(process, row), Whole(thread, row), Ms(started, row), Ms(finished, row)))];
    }
}
