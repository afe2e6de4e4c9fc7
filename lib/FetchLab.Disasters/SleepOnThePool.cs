namespace FetchLab.Disasters;

/// <summary>Work that sleeps. Nobody tells the pool that its threads are blocked: it finds out by looking, every 500 ms.</summary>
internal static class SleepOnThePool
{
    public static void Happen(DisasterOptions options, Report report)
    {
        var done = 0;
        for (var i = 0; i < options.Count; i++)
        {
            Task.Run(() =>
            {
                Thread.Sleep(options.WaitMs);
                Interlocked.Increment(ref done);
            });
        }

        report.Follow(() => Volatile.Read(ref done), options.Count);
    }
}
