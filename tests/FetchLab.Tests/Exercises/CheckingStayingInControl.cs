namespace FetchLab.Tests;

/// <summary>The checks of lesson 07, with right answers and with those that people give.</summary>
public sealed class CheckingStayingInControl
{
    [Fact]
    public async Task TheTokenPassedOn_IsRight() => Assert.Equal(
        "✓ Right. Cancelled in the third page, it ended that fetch and asked for no other.",
        (await Check.PassesTheTokenOn(async (pages, fetch, token) =>
        {
            for (var page = 0; page < pages; page++)
                await fetch(page, token);
        })).ToString());

    [Fact]
    public async Task ATokenThatIsOnlyLookedAt_DoesNotEndTheFetch() => Assert.Equal(
        "✗ Not yet. It was cancelled in the third page, and that fetch went on. What does the fetch know of the token?",
        (await Check.PassesTheTokenOn(async (pages, fetch, token) =>
        {
            for (var page = 0; page < pages && !token.IsCancellationRequested; page++)
                await fetch(page, CancellationToken.None);
        })).ToString());

    [Fact]
    public async Task ACancellationThatIsSwallowed_GoesOn() => Assert.Equal(
        "✗ Not yet. It was cancelled in the third page, and asked for 10. What happens to the exception of the third?",
        (await Check.PassesTheTokenOn(async (pages, fetch, token) =>
        {
            for (var page = 0; page < pages; page++)
            {
                try
                {
                    await fetch(page, token);
                }
                catch (OperationCanceledException)
                {
                    continue;
                }
            }
        })).ToString());

    [Fact]
    public async Task ALinkedToken_HearsBoth() => Assert.True((await Check.StopsForEither(async (work, reader, server) =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(reader, server);
        await work(either.Token);
    })).IsRight);

    [Fact]
    public async Task OneOfTheTokens_AndOneOfItsOwn_AreNotBoth()
    {
        Assert.StartsWith(
            "✗ Not yet. The work heard the first token and not the second.",
            (await Check.StopsForEither((work, reader, _) => work(reader))).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "✗ Not yet. The work heard the second token and not the first.",
            (await Check.StopsForEither((work, _, server) => work(server))).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "✗ Not yet. The work heard neither token.",
            (await Check.StopsForEither(async (work, _, _) =>
            {
                using var own = new CancellationTokenSource();
                await work(own.Token);
            })).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListOutsideTheTry_KeepsWhatItHas() => Assert.Equal(
        "✓ Right. Cancelled in the fourth page, it returned the three that it had.",
        (await Check.KeepsWhatItHas(async (pages, fetch, token) =>
        {
            var kept = new List<int>();
            try
            {
                for (var page = 0; page < pages; page++)
                    kept.Add(await fetch(page, token));
            }
            catch (OperationCanceledException)
            {
                return kept;
            }

            return kept;
        })).ToString());

    [Fact]
    public async Task AnswersThatThrow_ReturnNothing_OrGoOn_AreToldSo()
    {
        Assert.StartsWith(
            "✗ Not yet. It was cancelled in the fourth page, and threw;",
            (await Check.KeepsWhatItHas(async (pages, fetch, token) =>
                [.. await Task.WhenAll(Enumerable.Range(0, pages).Select(page => fetch(page, token)))])).ToString(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "✗ Not yet. It was cancelled in the fourth page, and returned 0 numbers.",
            (await Check.KeepsWhatItHas(async (pages, fetch, token) =>
            {
                try
                {
                    var kept = new List<int>();
                    for (var page = 0; page < pages; page++)
                        kept.Add(await fetch(page, token));
                    return kept;
                }
                catch (OperationCanceledException)
                {
                    return [];
                }
            })).ToString(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "✗ Not yet. It was cancelled in the fourth page, and asked for 10.",
            (await Check.KeepsWhatItHas(async (pages, fetch, token) =>
            {
                var kept = new List<int>();
                for (var page = 0; page < pages; page++)
                {
                    try
                    {
                        kept.Add(await fetch(page, token));
                    }
                    catch (OperationCanceledException)
                    {
                        continue;
                    }
                }

                return kept;
            })).ToString(),
            StringComparison.Ordinal);
    }
}
