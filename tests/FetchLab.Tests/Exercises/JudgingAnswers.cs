namespace FetchLab.Tests;

/// <summary>What every check does with an answer, whatever it asks for.</summary>
public sealed class JudgingAnswers
{
    private static readonly TimeSpan _short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Answer_ThatComes_IsJudged()
    {
        var verdict = await Check.JudgeAsync<Func<int>>(() => 42, (answer, _) => Task.FromResult(new Verdict(answer() == 42, $"it is {answer()}.")));

        Assert.Equal("✓ Right. it is 42.", verdict.ToString());
    }

    [Fact]
    public async Task NoAnswer_IsNotYetRight()
    {
        var verdict = await Check.JudgeAsync<Func<int>>(null, (_, _) => throw new InvalidOperationException("it was called"));

        Assert.Equal("✗ Not yet. There is no answer: write one in the cell above, run that cell, and then this one.", verdict.ToString());
    }

    [Fact]
    public async Task Answer_ThatThrows_IsToldSo()
    {
        var atOnce = await Check.JudgeAsync<Func<int>>(() => throw new ArgumentException("no"), (answer, _) => Task.FromResult(Verdict.Right($"{answer()}")));
        var later = await Check.JudgeAsync<Func<Task>>(
            async () =>
            {
                await Task.Yield();
                throw new ArgumentException("no");
            },
            async (answer, _) =>
            {
                await answer();
                return Verdict.Right("");
            });

        Assert.All([atOnce, later], verdict => Assert.Equal(new Verdict(false, "The answer threw ArgumentException: no"), verdict));
    }

    [Fact]
    public async Task Answer_ThatBlocks_IsGivenUp_AndItsTokenSaysSo()
    {
        CancellationToken seen = default;
        using var release = new ManualResetEventSlim();

        var verdict = await Check.JudgeAsync<Action>(
            release.Wait,
            (answer, givenUp) =>
            {
                seen = givenUp;
                answer();
                return Task.FromResult(Verdict.Right(""));
            },
            _short);

        release.Set();
        Assert.False(verdict.IsRight);
        Assert.StartsWith("Blocked: after 200 ms the answer has not come back. Restart the kernel", verdict.Sentence, StringComparison.Ordinal);
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task Answer_RunsOnAThreadOfItsOwn_NotOnThePools()
    {
        var verdict = await Check.JudgeAsync<Func<bool>>(
            () => Thread.CurrentThread is { IsThreadPoolThread: false, IsBackground: true },
            (answer, _) => Task.FromResult(new Verdict(answer(), "")));

        Assert.True(verdict.IsRight);
    }
}
