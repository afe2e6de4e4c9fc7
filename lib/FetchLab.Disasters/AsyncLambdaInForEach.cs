namespace FetchLab.Disasters;

/// <summary>
/// <c>Parallel.ForEach</c> takes an <c>Action</c>, so an async lambda becomes <c>async void</c>: it returns at its first await,
/// and nobody knows when it ends. The replies are kept back until ForEach has returned, which it does all the same.
/// </summary>
internal static class AsyncLambdaInForEach
{
    public static void Happen(DisasterOptions options, Report report)
    {
        var done = 0;
        var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        report.Say("ForEach called", 0, options.Count);
        Parallel.ForEach(Enumerable.Range(0, options.Count), async page =>
        {
            await reply.Task;
            Interlocked.Increment(ref done);
        });
        report.Say("ForEach returned", Volatile.Read(ref done), options.Count);

        reply.SetResult();
        report.Follow(() => Volatile.Read(ref done), options.Count);
    }
}
