namespace FetchLab;

/// <summary>A way in which concurrent code goes wrong, and for the pool's starvation also the way in which it does not.</summary>
public enum Disaster
{
    /// <summary>Work that blocks its pool thread with <c>Thread.Sleep</c>: the pool grows by one thread about every 500 ms.</summary>
    SleepOnThePool,

    /// <summary>Work that blocks its pool thread with <c>Task.Wait</c>: the pool knows of it, and makes up for it sooner.</summary>
    WaitOnThePool,

    /// <summary>The cure of both: work that awaits, and gives its thread back.</summary>
    AwaitOnThePool,

    /// <summary><c>.Result</c> on a loop of one thread, of a task that can only go on on that thread: a deadlock.</summary>
    ResultOnTheLoop,

    /// <summary>Two threads that read a number before either has written it: one of two increments is lost.</summary>
    LostUpdates,

    /// <summary>An async lambda given to <c>Parallel.ForEach</c>, which takes its first await for its end.</summary>
    AsyncLambdaInForEach,
}
