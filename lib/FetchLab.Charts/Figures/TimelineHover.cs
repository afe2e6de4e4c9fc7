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
        if (run.Records.Any(record => record.Attempt > 1))
        {
            yield return Field("<br>attempt ", record => record.Attempt);
        }

        yield return Field("<br>worker ", record => record.Worker);
        yield return Field(", process ", record => record.ProcessId);
        yield return Field(", thread ", record => record.ThreadIdAtStart);
        yield return Field(" at the start, ", record => record.ThreadIdAtEnd);
        yield return Field($" at the end<br>times in {unit.Name}: ", _ => "");
        if (run.Records.Any(record => record.Intended is not null))
        {
            yield return Field("meant for ", record => Known(record.Intended));
            yield return Field(", ", _ => "");
        }

        yield return Field("queued ", record => unit.Of(record.Queued));
        yield return Field(", sent ", record => unit.Of(record.Started));
        yield return Field(", headers ", record => unit.Of(record.Headers));
        yield return Field(", last byte ", record => unit.Of(record.Finished));
        yield return Field("<br>held by the origin for ", record => Known(record.Held));
        if (run.Records.Any(record => record.Work is not null))
        {
            yield return Field(", worked on by the client for ", record => Known(record.Work));
        }

        yield return Field("<br>status ", record => record.Status?.ToString(CultureInfo.InvariantCulture) ?? "none");
        yield return Field(", bytes ", record => record.Bytes);
        if (run.Records.Any(ConnectionText.IsKnown))
        {
            var numbers = ConnectionText.Numbers(run);
            yield return Field("<br>connection ", record => record.Connection is { } id ? numbers[id] : "?");
            yield return Field(", ", ConnectionText.Age);
        }

        if (run.FailedAttempts > 0)
        {
            yield return Field("<br>error: ", record => TextWidth.Cut(record.Error ?? "none", 120));
        }

        object Known(TimeSpan? time) => time is { } known ? Num.Short(unit.Of(known), unit.Decimals) : "?";
    }
}
