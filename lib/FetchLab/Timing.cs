using System.Diagnostics;
using System.Runtime;

namespace FetchLab;

/// <summary>Ways to time a piece of code: once, with or without waiting for it, or warm.</summary>
public static class Timing
{
    private const int RoundSize = 20;
    private const int MostRounds = 15;

    // So many methods are compiled in a round of a process that is warm.
    private const int FewMethods = 20;

    // Code that is called often is compiled again in the background, behind all else that waits there for it.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// How long an action takes until it returns. An async lambda is an action too: it returns at its first await that has to
    /// wait, so this is its synchronous part, and whatever it throws after that ends the process.
    /// </summary>
    /// <param name="action">What to do.</param>
    /// <exception cref="FetchLabException">There is nothing to do.</exception>
    public static TimeSpan Of(Action action)
    {
        Require.Given(action, "an action", "() => Work()");
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>How long an async lambda takes until its task has ended, all of its waits included.</summary>
    /// <param name="work">What to do.</param>
    /// <exception cref="FetchLabException">There is nothing to do.</exception>
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        Require.Given(work, "work", "async () => await WorkAsync()");
        var start = Stopwatch.GetTimestamp();
        await work().ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>
    /// The least time that an action takes once it is compiled well: it is done in rounds of 20 with a pause after each, until
    /// in two rounds in a row it gets no twentieth faster and the process compiles nearly nothing, for 15 rounds at most.
    /// </summary>
    /// <param name="action">What to do; some hundred times.</param>
    /// <exception cref="FetchLabException">There is nothing to do.</exception>
    public static Task<TimeSpan> WarmAsync(Action action)
    {
        Require.Given(action, "an action", "() => Work()");
        return WarmAsync(() => Of(action), () => Task.Delay(_pause), () => JitInfo.GetCompiledMethodCount());
    }

    /// <summary>The same with the stopwatch, the pause and the number of methods that were compiled from outside.</summary>
    internal static async Task<TimeSpan> WarmAsync(Func<TimeSpan> time, Func<Task> pause, Func<long> compiled)
    {
        var (least, inVain) = (TimeSpan.MaxValue, 0);
        for (var round = 0; round < MostRounds && inVain < 2; round++)
        {
            var before = compiled();
            var best = Enumerable.Range(0, RoundSize).Min(_ => time());
            await pause().ConfigureAwait(false);
            inVain = best < 0.95 * least || compiled() - before > FewMethods ? 0 : inVain + 1;
            least = best < least ? best : least;
        }

        return least;
    }
}
