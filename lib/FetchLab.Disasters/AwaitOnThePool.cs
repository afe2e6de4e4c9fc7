namespace FetchLab.Disasters;

/// <summary>Work that awaits: the thread that began it does other work meanwhile.</summary>
internal static class AwaitOnThePool
{
    public static void Happen(DisasterOptions options, Report report)
    {
        var done = 0;
        for (var i = 0; i < options.Count; i++)
        {
            Task.Run(async () =>
            {
                await Task.Delay(options.WaitMs);
                Interlocked.Increment(ref done);
            });
        }

        report.Follow(() => Volatile.Read(ref done), options.Count);
    }
}
