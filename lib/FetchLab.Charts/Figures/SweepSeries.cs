using System.Text.RegularExpressions;

namespace FetchLab.Charts;

/// <summary>The runs of one strategy with different numbers of workers.</summary>
/// <param name="Name">The strategy's name with W for the number, such as <c>W threads</c>.</param>
/// <param name="Runs">By the number of workers.</param>
internal sealed partial record SweepSeries(string Name, IReadOnlyList<FetchRun> Runs)
{
    /// <summary>The runs by strategy, whatever the number in its name; <c>1 thread</c> belongs to <c>10 threads</c>.</summary>
    public static IReadOnlyList<SweepSeries> Of(IReadOnlyList<FetchRun> runs) =>
    [
        .. runs.GroupBy(run => Plural().Replace(Named(run), "")).Select(family => new SweepSeries(
            family.Select(Named).MaxBy(name => name.Length)!, [.. family.OrderBy(run => run.Workers)])),
    ];

    // The last such number: the 2 of "HTTP/2, 2 threads" that counts is the second.
    private static string Named(FetchRun run) =>
        Number().Matches(run.Strategy).LastOrDefault(number => number.Value == Num.Whole(run.Workers)) is { } last
            ? string.Concat(run.Strategy.AsSpan(0, last.Index), "W", run.Strategy.AsSpan(last.Index + last.Length))
            : run.Strategy;

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"s\b")]
    private static partial Regex Plural();
}
