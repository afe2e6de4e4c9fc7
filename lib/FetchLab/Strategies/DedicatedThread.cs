namespace FetchLab;

/// <summary>Work on a thread of its own, so that a run neither waits for the thread pool nor uses it up.</summary>
internal static class DedicatedThread
{
    /// <summary>Starts the thread; the task ends with the work, and carries what it threw.</summary>
    public static Task RunAsync(string name, Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Finish(done, work)) { Name = name, IsBackground = true };
        try
        {
            thread.Start();
        }
        catch (OutOfMemoryException refused)
        {
            // What .NET says when the system gives no more threads. The others go on, and whoever waits for all of them
            // hears of it.
            done.SetException(new FetchLabException(
                $"this machine would not start thread '{name}'; try fewer workers, such as 10.", refused));
        }

        return done.Task;
    }

    private static void Finish(TaskCompletionSource done, Action work)
    {
        try
        {
            work();
            done.SetResult();
        }
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }
}
