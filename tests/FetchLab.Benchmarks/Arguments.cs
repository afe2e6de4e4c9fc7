using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>The command line: <c>claims [--times N] [--json]</c>.</summary>
internal sealed record Arguments(int Times, bool Json)
{
    private const string Usage = "try: claims --times 50 --json";

    public static Arguments Read(string[] args)
    {
        if (args is not ["claims", .. var options])
            throw new FetchLabException($"the one verb here is claims, but was '{args.FirstOrDefault()}'; {Usage}");

        var arguments = new Arguments(Times: 50, Json: false);
        for (var i = 0; i < options.Length; i++)
        {
            arguments = options[i] switch
            {
                "--json" => arguments with { Json = true },
                "--times" => arguments with { Times = Count(options.ElementAtOrDefault(++i)) },
                var other => throw new FetchLabException($"there is no option '{other}'; {Usage}"),
            };
        }

        return arguments;
    }

    private static int Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new FetchLabException($"--times takes a whole number from 1, but was '{text}'; {Usage}");
}
