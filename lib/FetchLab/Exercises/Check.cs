namespace FetchLab;

/// <summary>Checks the answers to a lesson's exercises: each says that an answer is right, or gives a hint.</summary>
/// <remarks>An answer that is wrong, missing or stuck is a <see cref="Verdict"/>, never an error: the notebook goes on.</remarks>
public static partial class Check
{
    /// <summary>How long an answer may take: 5 s.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Calls a reader's code on a thread of its own, and gives it up when it does not come back.</summary>
    /// <param name="answer">The reader's delegate; null where there is no answer yet.</param>
    /// <param name="judge">
    /// Calls it and judges what came of it. What it throws is the reader's. The token is cancelled when the answer is given up.
    /// </param>
    /// <param name="patience">How long it may take; <see cref="Patience"/> if not said.</param>
    internal static async Task<Verdict> JudgeAsync<TAnswer>(
        TAnswer? answer, Func<TAnswer, CancellationToken, Task<Verdict>> judge, TimeSpan? patience = null)
        where TAnswer : class
    {
        if (answer is null)
            return Verdict.NotYet("There is no answer: write one in the cell above, run that cell, and then this one.");

        var (allowed, came) = (patience ?? Patience, new TaskCompletionSource<Verdict>(TaskCreationOptions.RunContinuationsAsynchronously));
        // Not disposed: an answer that was given up may look at its token for as long as it likes.
        var givenUp = new CancellationTokenSource();
        new Thread(() => Call(() => judge(answer, givenUp.Token), came)) { IsBackground = true, Name = "answer" }.Start();
        try
        {
            return await came.Task.WaitAsync(allowed).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await givenUp.CancelAsync().ConfigureAwait(false);
            return Verdict.NotYet(
                $"Blocked: after {allowed.ToText()} the answer has not come back. Restart the kernel, which ends what may still be running, and look for a wait that nobody ends.");
        }
    }

    private static void Call(Func<Task<Verdict>> judge, TaskCompletionSource<Verdict> came)
    {
        try
        {
            // On this thread as far as it goes: an answer may block, and must not take one of the pool's.
            judge().ContinueWith(judged => came.TrySetResult(Result(judged)), TaskScheduler.Default);
        }
        catch (Exception error)
        {
            came.TrySetResult(Threw(error));
        }
    }

    private static Verdict Result(Task<Verdict> judged) =>
        judged.IsCompletedSuccessfully ? judged.Result : Threw(judged.Exception?.InnerException ?? new TaskCanceledException(judged));

    private static Verdict Threw(Exception error) => Verdict.NotYet($"The answer threw {error.GetType().Name}: {error.Message}");
}
