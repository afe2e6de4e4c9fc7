namespace FetchLab.Charts;

/// <summary>All that is known about a run, for the pointer.</summary>
internal static class CompareHover
{
    public static IEnumerable<HoverField> Fields(IReadOnlyList<FetchRun> runs)
    {
        HoverField Field(string before, Func<FetchRun, string> value) => new(before, [.. runs.Select(value)]);

        yield return Field("<b>", run => run.Strategy);
        yield return Field("</b><br>", RunText.Pages);
        yield return Field(", measured ", run => run.Makespan.ToText());
        yield return Field("<br>", RunText.Predicted);
        yield return Field(", ", run => RunText.Prediction(run).Formula);
        yield return Field(", over the times ", run => run.PredictedFromHeld is null ? "asked for" : "that the origin held");
        yield return Field("<br>measured / predicted ", run => RunText.Ratio(run) is { } ratio ? Num.Short(ratio, 3) : "?");
        yield return Field("<br>workers ", run => Num.Whole(run.Workers));
        yield return Field(", in flight at most ", run => Num.Whole(run.PeakInFlight));
        yield return Field("; the origin saw ", run => run.Origin is { } origin
            ? $"{Num.Whole(origin.PeakInFlight)} on {Num.Count(origin.Connections, "connection")}"
            : "?");
        yield return Field("<br>processor time ", run => Num.Short(run.CpuTime.TotalMilliseconds, 0) + " ms");
    }
}
