namespace FetchLab.Disasters;

/// <summary>Work that waits for a task. Blocking on a task tells the pool so, and it adds threads to make up for it.</summary>
internal static class WaitOnThePool
{
    public static void Happen(DisasterOptions options, Report report)
    {
        var done = 0;
        for (var i = 0; i < options.Count; i++)
        {
            Task.Run(() =>
            {
                Task.Delay(options.WaitMs).Wait();
                Interlocked.Increment(ref done);
            });
        }

        report.Follow(() => Volatile.Read(ref done), options.Count);
    }
}
