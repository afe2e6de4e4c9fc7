using System.Globalization;

namespace FetchLab.Charts;

/// <summary>All that is known about a fetch, for the pointer.</summary>
internal static class TimelineHover
{
    public static IEnumerable<HoverField> Fields(FetchRun run, TimeUnit unit)
    {
        HoverField Field(string before, Func<FetchRecord, object> value) => new(before, [.. run.Records.Select(value)]);

        yield return Field("<b>page ", record => record.Index);
        yield return Field("</b>  ", record => TextWidth.Cut(record.Url.AbsoluteUri, 120));
        yield return Field("<br>worker ", record => record.Worker);
        yield return Field(", process ", record => record.ProcessId);
        yield return Field(", thread ", record => record.ThreadIdAtStart);
        yield return Field(" at the start, ", record => record.ThreadIdAtEnd);
        yield return Field($" at the end<br>times in {unit.Name}: queued ", record => unit.Of(record.Queued));
        yield return Field(", sent ", record => unit.Of(record.Started));
        yield return Field(", headers ", record => unit.Of(record.Headers));
        yield return Field(", last byte ", record => unit.Of(record.Finished));
        yield return Field("<br>held by the origin for ", Held);
        yield return Field("<br>status ", record => record.Status?.ToString(CultureInfo.InvariantCulture) ?? "none");
        yield return Field(", bytes ", record => record.Bytes);
        if (RunText.Failed(run) > 0)
        {
            yield return Field("<br>error: ", record => TextWidth.Cut(record.Error ?? "none", 120));
        }

        object Held(FetchRecord record) => record.Held is { } held ? Num.Short(unit.Of(held), unit.Decimals) : "?";
    }
}
