namespace FetchLab.Benchmarks;

/// <summary>Every figure of the library beside its target, one group after the other: what runs beside another is measured wrong.</summary>
internal static class SummaryVerb
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Arguments arguments) =>
    [
        // First, while this process is small: its peak memory is one of the figures.
        .. await ModelVerb.MeasureAsync(),
        .. await RecordVerb.MeasureAsync(arguments),
        .. await OriginVerb.MeasureAsync(),
        .. await OverheadVerb.MeasureAsync(arguments),
    ];
}
