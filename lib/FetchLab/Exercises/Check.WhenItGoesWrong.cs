using Nito.AsyncEx;

namespace FetchLab;

public static partial class Check
{
    // How long two readers wait for each other, and replies for a caller that does not wait for them. A right answer lets it pass.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The answer adds one to a number that it reads and writes with the two functions given, and returns what it wrote. Two
    /// threads call it; each read waits a while for the other's, so that an unguarded answer loses an update every time.
    /// </summary>
    public static Task<Verdict> LosesNoUpdate(Func<Func<int>, Action<int>, int>? answer) => JudgeAsync(answer, (increment, givenUp) =>
    {
        var (count, readers) = (0, 0);
        using var bothHaveRead = new ManualResetEventSlim();
        var failures = new Exception?[2];
        Thread[] threads = [.. failures.Select((_, place) => new Thread(() =>
        {
            try
            {
                increment(Read, value => Volatile.Write(ref count, value));
            }
            catch (Exception failure)
            {
                failures[place] = failure;
            }
        }) { IsBackground = true })];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        if (failures.OfType<Exception>().FirstOrDefault() is { } thrown)
            throw thrown;
        return Task.FromResult(count == 2
            ? Verdict.Right("Two threads added one each, and the count is 2.")
            : Verdict.NotYet($"Two threads added one each, and the count is {count}. Who may read between one thread's read and its write? If you have a lock: is it the same one for both threads?"));

        int Read()
        {
            var value = Volatile.Read(ref count);
            if (Interlocked.Increment(ref readers) >= 2)
                bothHaveRead.Set();
            bothHaveRead.Wait(Apart, givenUp);
            return value;
        }
    });

    /// <summary>The answer fetches a number with the function given, on a loop of one thread, and neither blocks nor leaves that thread.</summary>
    public static Task<Verdict> LetsTheLoopGoOn(Func<Func<Task<int>>, Task<int>>? answer) => JudgeAsync(answer, (get, _) =>
    {
        var (loop, asked) = (Environment.CurrentManagedThreadId, 0);
        var got = AsyncContext.Run(() => get(FetchAsync));
        return Task.FromResult((asked, got) switch
        {
            (0, _) => Verdict.NotYet("Nothing was fetched: call the function that you are given."),
            (_, not 42) => Verdict.NotYet($"The fetch brought 42, and the answer returned {got}. What does the fetch's task hold when it is done?"),
            _ when asked != loop => Verdict.NotYet("It works, but it took another thread to block. What gives the thread back instead of blocking one?"),
            _ => Verdict.Right("The loop's thread went on while the reply was on its way, and the answer has it."),
        });

        async Task<int> FetchAsync()
        {
            asked = Environment.CurrentManagedThreadId;
            await Task.Yield();
            return 42;
        }
    });

    /// <summary>
    /// The answer fetches each of some pages with the function given, and its task is done when all are. The replies are kept back
    /// for a while, so that an answer which does not wait for them is seen.
    /// </summary>
    public static Task<Verdict> WaitsForAll(Func<IReadOnlyList<int>, Func<int, Task>, Task>? answer) => JudgeAsync(answer, async (fetchAll, givenUp) =>
    {
        const int Pages = 20;
        var done = 0;
        var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = fetchAll([.. Enumerable.Range(0, Pages)], async _ =>
        {
            await reply.Task.ConfigureAwait(false);
            Interlocked.Increment(ref done);
        });

        await Task.WhenAny(all, Task.Delay(Apart, givenUp)).ConfigureAwait(false);
        var early = all.IsCompleted;
        reply.SetResult();
        await all.ConfigureAwait(false);
        return (early, done) switch
        {
            (true, _) => Verdict.NotYet($"It said that it was done with 0 of {Pages} pages fetched. Each call returns a task: who waits for those?"),
            (_, < Pages) => Verdict.NotYet($"It was done with {done} of {Pages} pages fetched. Does it wait for each of the tasks?"),
            _ => Verdict.Right($"It was done when {done} of {Pages} pages were fetched."),
        };
    });
}
