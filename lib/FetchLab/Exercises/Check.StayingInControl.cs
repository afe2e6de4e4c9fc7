namespace FetchLab;

public static partial class Check
{
    /// <summary>
    /// The answer fetches pages one after the other with the function given, and hands its token on: when that is cancelled in the
    /// middle of a fetch, the fetch ends, and nothing more is asked for.
    /// </summary>
    public static Task<Verdict> PassesTheTokenOn(Func<int, Func<int, CancellationToken, Task>, CancellationToken, Task>? answer) =>
        JudgeAsync(answer, async (fetchAll, givenUp) =>
        {
            var asked = 0;
            var ended = false;
            using var cancel = new CancellationTokenSource();
            try
            {
                await fetchAll(10, FetchAsync, cancel.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // How a cancelled task is to end.
            }

            return (asked, ended) switch
            {
                ( < 3, _) => Verdict.NotYet($"It asked for {asked} pages before it was cancelled in the third; does it fetch all of them, one after the other?"),
                (_, false) => Verdict.NotYet("It was cancelled in the third page, and that fetch went on. What does the fetch know of the token?"),
                ( > 3, _) => Verdict.NotYet($"It was cancelled in the third page, and asked for {asked}. What happens to the exception of the third?"),
                _ => Verdict.Right("Cancelled in the third page, it ended that fetch and asked for no other."),
            };

            async Task FetchAsync(int page, CancellationToken token)
            {
                if (++asked != 3)
                    return;
                await cancel.CancelAsync().ConfigureAwait(false);
                ended = token.IsCancellationRequested;
                token.ThrowIfCancellationRequested();
                givenUp.ThrowIfCancellationRequested();
            }
        });

    /// <summary>
    /// The answer calls the function given with a token that is cancelled when either of its own two is, the reader's or the
    /// server's, and leaves both as they were.
    /// </summary>
    public static Task<Verdict> StopsForEither(Func<Func<CancellationToken, Task>, CancellationToken, CancellationToken, Task>? answer) =>
        JudgeAsync(answer, async (run, _) =>
        {
            bool[] heard = [await HearsAsync(first: true).ConfigureAwait(false), await HearsAsync(first: false).ConfigureAwait(false)];
            return heard switch
            {
                [true, true] => Verdict.Right("Whichever of the two was cancelled, the work was told."),
                [true, false] => Verdict.NotYet("The work heard the first token and not the second. A method takes one token: which one knows of both?"),
                [false, true] => Verdict.NotYet("The work heard the second token and not the first. A method takes one token: which one knows of both?"),
                _ => Verdict.NotYet("The work heard neither token. Is the one that it gets linked to them, and still so while it runs?"),
            };

            async Task<bool> HearsAsync(bool first)
            {
                using CancellationTokenSource one = new(), other = new();
                var heard = false;
                await run(
                    async token =>
                    {
                        await (first ? one : other).CancelAsync().ConfigureAwait(false);
                        heard = token.IsCancellationRequested;
                    },
                    one.Token,
                    other.Token).ConfigureAwait(false);
                return heard;
            }
        });

    /// <summary>
    /// The answer fetches pages one after the other with the function given, and returns the numbers that it has when the token is
    /// cancelled, instead of throwing them away.
    /// </summary>
    public static Task<Verdict> KeepsWhatItHas(Func<int, Func<int, CancellationToken, Task<int>>, CancellationToken, Task<List<int>>>? answer) =>
        JudgeAsync(answer, async (fetchAll, _) =>
        {
            var asked = 0;
            using var cancel = new CancellationTokenSource();
            List<int>? kept;
            try
            {
                kept = await fetchAll(10, FetchAsync, cancel.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return Verdict.NotYet("It was cancelled in the fourth page, and threw; the three pages that it had are lost. Who catches the cancellation, and what is in reach there?");
            }

            if (kept is not null && kept.SequenceEqual([0, 1, 2]) && asked == 4)
                return Verdict.Right("Cancelled in the fourth page, it returned the three that it had.");
            return Verdict.NotYet(asked == 4
                ? $"It was cancelled in the fourth page, and returned {kept?.Count ?? 0} numbers. Is each kept as soon as it is there?"
                : $"It was cancelled in the fourth page, and asked for {asked}. What should a cancellation end: one page, or the loop?");

            async Task<int> FetchAsync(int page, CancellationToken token)
            {
                if (++asked == 4)
                    await cancel.CancelAsync().ConfigureAwait(false);
                cancel.Token.ThrowIfCancellationRequested();
                return page;
            }
        });
}
