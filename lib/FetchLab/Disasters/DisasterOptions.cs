using System.Globalization;

namespace FetchLab;

/// <summary>How large a disaster is.</summary>
public sealed record DisasterOptions
{
    /// <summary>How many pieces of work, pages or threads, from 1 to 10000.</summary>
    public int Count { get; init; } = 20;

    /// <summary>How long each waits, from 0 to 60000 ms.</summary>
    public int WaitMs { get; init; } = 3000;

    /// <summary>How much of it the process is told: what it reads with <see cref="Read"/>.</summary>
    internal IEnumerable<string> ToArguments() =>
        [Count.ToString(CultureInfo.InvariantCulture), WaitMs.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The options that a disaster's process was started with.</summary>
    internal static DisasterOptions Read(string count, string waitMs) => new()
    {
        Count = int.Parse(count, CultureInfo.InvariantCulture),
        WaitMs = int.Parse(waitMs, CultureInfo.InvariantCulture),
    };

    internal void Validate()
    {
        Require.Workers(Count, "the count of a disaster");
        Require.Between(0, 60_000, WaitMs, "the wait of a disaster in ms", "3000");
    }
}
