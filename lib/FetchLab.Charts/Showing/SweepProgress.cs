using System.Globalization;

namespace FetchLab.Charts;

/// <summary>How far a sweep is: a bar with its sentence, and at the end one quiet line.</summary>
[TypeFormatterSource(typeof(ShownFormatterSource), PreferredMimeTypes = [Mime.Html, Mime.Plain])]
internal sealed record SweepProgress : IShown
{
    private readonly IReadOnlyList<SweepStep> steps;

    private SweepProgress(IReadOnlyList<SweepStep> steps) => this.steps = steps;

    /// <summary>The number of the run that is under way, from 1; 0 before the first.</summary>
    public int Run { get; private init; }

    /// <summary>How many runs there are at the end; null until then.</summary>
    public int? Done { get; private init; }

    /// <summary>The share of the predicted time that lies behind, from 0 to 1.</summary>
    public double Share => Total == TimeSpan.Zero ? (double)Behind / steps.Count : Sum(steps.Take(Behind)) / Total;

    private int Behind => Done ?? Math.Max(0, Run - 1);

    private TimeSpan Total => Sum(steps);

    public static SweepProgress Of(IReadOnlyList<SweepStep> steps) => new(steps);

    /// <summary>The next run begins.</summary>
    public SweepProgress Next() => this with { Run = Run + 1 };

    /// <summary>The sweep has ended, after so many runs.</summary>
    public SweepProgress End(int runs) => this with { Done = runs };

    public override string ToString() => Done switch
    {
        { } all when all == steps.Count => $"Sweep: {Num.Count(all, "run")}.",
        { } some => $"Sweep: ended after {Num.Whole(some)} of {Num.Count(steps.Count, "run")}.",
        null when Run == 0 => $"Sweep: {Num.Count(steps.Count, "run")}, predicted {Total.ToText()}.",
        null => $"Sweep: run {Num.Whole(Run)} of {Num.Whole(steps.Count)}, {steps[Run - 1].Strategy}, predicted {steps[Run - 1].Predicted.ToText()}.",
    };

    string? IShown.As(string mimeType) => mimeType switch
    {
        Mime.Html => ToHtml(),
        Mime.Plain => ToString(),
        _ => null,
    };

    private string ToHtml()
    {
        var text = $"<small>{Markup.Escape(ToString())}</small>";
        return Done is not null
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"<progress max=\"1\" value=\"{Share:0.###}\" style=\"width:20em\"></progress> {text}");
    }

    private static TimeSpan Sum(IEnumerable<SweepStep> some) => some.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Predicted);
}
