using Spectre.Console;

namespace FetchLab.Benchmarks;

/// <summary>Tries every claim many times and prints how often each held.</summary>
internal static class ClaimsVerb
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        await using var site = await OriginSite.StartAsync(BuiltOrigin.Path);

        using var load = new BusyProcesses(arguments.Load);
        var results = new List<ClaimResult>();
        foreach (var claim in RealTimeClaim.All)
            results.Add(await TryAsync(claim, site, arguments.Times));

        if (arguments.Json)
        {
            await Console.Error.WriteLineAsync(load.Sentence);
            return FigureReport.Print([.. results.Select(result => new Figure(result.Name, result.Held, "times held", Target.AtLeast(result.Times)))], json: true);
        }

        AnsiConsole.Write(ToTable(results).Caption(Markup.Escape(load.Sentence)));
        return results.All(result => result.Met) ? 0 : 1;
    }

    private static async Task<ClaimResult> TryAsync(RealTimeClaim claim, OriginSite site, int times)
    {
        var result = new ClaimResult(claim, Held: 0, times, LastMiss: null);
        for (var i = 0; i < times; i++)
        {
            try
            {
                await claim.Try(site);
                result = result with { Held = result.Held + 1 };
            }
            catch (ClaimException miss)
            {
                result = result with { LastMiss = miss.Message };
            }
        }

        return result;
    }

    private static Table ToTable(IEnumerable<ClaimResult> results)
    {
        var table = new Table().AddColumns("lesson", "claim", "held", "last miss");
        foreach (var result in results)
            table.AddRow(
                result.Claim.Lesson,
                Markup.Escape(result.Claim.Name),
                $"{result.Held}/{result.Times}",
                Markup.Escape(result.LastMiss ?? "–"));
        return table;
    }
}
