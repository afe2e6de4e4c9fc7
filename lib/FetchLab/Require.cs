using System.Globalization;

namespace FetchLab;

/// <summary>Argument checks that all speak alike: what, its bound, the bad value, a good value.</summary>
internal static class Require
{
    /// <summary>Refuses nothing, which is what a notebook's variable holds whose cell has not run, or failed.</summary>
    public static T Given<T>(T? value, string what, string good)
        where T : class =>
        value ?? throw new FetchLabException($"{what} must be given, but was nothing; try {good}.");

    public static int AtLeast(int least, int value, string what, string good) =>
        value >= least
            ? value
            : throw new FetchLabException($"{what} must be at least {Text(least)}, but was {Text(value)}; try {good}.");

    /// <summary>How many workers a strategy may have, whatever it calls them.</summary>
    /// <remarks>The most is far more than a lesson needs; a few zeros more would take the machine down.</remarks>
    public static int Workers(int value, string what)
    {
        AtLeast(1, value, what, "10");
        Between(1, 10_000, value, what, "10");
        return value;
    }

    /// <remarks>Not-a-number fails every comparison, so it is refused here too.</remarks>
    public static double Between(double least, double most, double value, string what, string good) =>
        value >= least && value <= most
            ? value
            : throw new FetchLabException(
                $"{what} must be from {Text(least)} to {Text(most)}, but was {Text(value)}; try {good}.");

    public static IReadOnlyList<TimeSpan> Latencies(IReadOnlyList<TimeSpan> latencies)
    {
        AtLeast(1, Given(latencies, "latencies", "one for each page").Count, "latencies", "one for each page");
        foreach (var latency in latencies)
            Latency(latency);
        return latencies;
    }

    public static void Latency(TimeSpan latency)
    {
        if (latency < TimeSpan.Zero)
            throw new FetchLabException($"a latency must be at least 0 ms, but was {latency.ToText()}; try 50 ms.");
    }

    public static void WebAddress(Uri? url, string text)
    {
        if (url is not { IsAbsoluteUri: true } || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw new FetchLabException(
                $"a page's address must start with http:// or https://, but was '{text}'; try 'https://example.org/'.");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
