using System.Diagnostics;

namespace FetchLab;

/// <summary>Two ways to time a piece of code. Only one of them waits for it.</summary>
public static class Timing
{
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
}
