using System.Globalization;

namespace FetchLab.Charts;

/// <summary>How long a cell may take: known where a runner started the session and said so, and nowhere else.</summary>
internal static class CellTime
{
    /// <summary>Where a runner says it, in seconds.</summary>
    public const string Variable = "FETCHLAB_CELL_TIMEOUT";

    /// <summary>Prints one sentence where runs should take longer than a cell may.</summary>
    /// <param name="what">What is to be run.</param>
    /// <param name="predicted">How long each run should take.</param>
    public static void SayIfTooLong(string what, IEnumerable<TimeSpan> predicted)
    {
        var total = predicted.Aggregate(TimeSpan.Zero, (sum, one) => sum + one);
        if (Allowed(Environment.GetEnvironmentVariable(Variable)) is { } allowed && Warning(what, total, allowed) is { } warning)
            Console.WriteLine(warning);
    }

    /// <returns>The sentence, or null where there is time enough.</returns>
    internal static string? Warning(string what, TimeSpan predicted, TimeSpan allowed) => predicted <= allowed
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{what} is predicted to take {predicted.ToText()}, but a cell may take {allowed.ToText()}; try fewer pages, more workers or a shorter latency, or --cell-timeout {Math.Ceiling(1.5 * predicted.TotalSeconds)}.");

    private static TimeSpan? Allowed(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
}
