using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>
/// The command line: a verb, one of <c>causes</c>, <c>claims [--times N] [--load N]</c>, <c>kernel [--name NAME]</c>, <c>model</c>, <c>origin</c>,
/// <c>record [--quick]</c>, <c>overhead [--quick]</c> and <c>summary [--quick]</c>; each takes <c>--json</c>.
/// </summary>
internal sealed record Arguments(string Verb, int Times, string Name, bool Json, bool Quick = false, int Load = 0)
{
    private const string Usage = "try: summary --quick, or: claims --times 50 --load 2, or: kernel --name .net-csharp";
    private static readonly string[] Verbs = [BusyProcesses.Verb, "causes", "claims", "kernel", "model", "origin", "record", "overhead", "summary"];

    public static Arguments Read(string[] args)
    {
        if (args is not [var verb, .. var options] || !Verbs.Contains(verb))
            throw new FetchLabException($"the verbs here are {string.Join(", ", Verbs.Except([BusyProcesses.Verb]))}, but was '{args.FirstOrDefault()}'; {Usage}");

        var arguments = new Arguments(verb, Times: 50, Name: ".net-csharp", Json: false);
        for (var i = 0; i < options.Length; i++)
        {
            arguments = options[i] switch
            {
                "--json" => arguments with { Json = true },
                "--quick" when verb is "record" or "overhead" or "summary" => arguments with { Quick = true },
                "--name" when verb == "kernel" && i + 1 < options.Length => arguments with { Name = options[++i] },
                "--times" when verb == "claims" => arguments with { Times = Count("--times", options.ElementAtOrDefault(++i)) },
                "--load" when verb == "claims" => arguments with { Load = Count("--load", options.ElementAtOrDefault(++i)) },
                var other => throw new FetchLabException($"there is no option '{other}'; {Usage}"),
            };
        }

        return arguments;
    }

    private static int Count(string option, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new FetchLabException($"{option} takes a whole number from 1, but was '{text}'; {Usage}");
}
