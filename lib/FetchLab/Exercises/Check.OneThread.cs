namespace FetchLab;

public static partial class Check
{
    // For an answer that does something else first: a right one does not wait so long.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(1);

    private static readonly int[] _arrivals = [2, 0, 3, 1];

    /// <summary>Lesson 02: a strategy of the reader's own that has all pages in flight at once.</summary>
    /// <param name="answer">
    /// From addresses, and what fetches one of them, to the texts in the order of the addresses. No page comes before all were asked for.
    /// </param>
    public static Task<Verdict> AllAtOnce(Func<IReadOnlyList<string>, Func<string, Task<string>>, Task<string[]>>? answer) =>
        JudgeAsync(answer, async (fetchAll, _) =>
        {
            string[] addresses = ["apple/0", "github/1", "apple/2", "github/3", "apple/4"];
            var site = new GatedPages(addresses.Length, _grace);
            var texts = await fetchAll(addresses, site.FetchAsync).ConfigureAwait(false);

            if (site.Peak < addresses.Length)
                return Verdict.NotYet($"There are {addresses.Length} pages, but at most {site.Peak} in flight. Where does your code wait for one page before it asks for the next?");
            if (site.Fetched != addresses.Length)
                return Verdict.NotYet($"There are {addresses.Length} pages, and {site.Fetched} fetches. What runs through the list a second time?");
            return texts is not null && texts.SequenceEqual(addresses.Select(GatedPages.TextOf))
                ? Verdict.Right($"All {addresses.Length} pages were in flight at once, and the texts are in the order of the list.")
                : Verdict.NotYet("All pages were in flight at once, but the texts are not in the order of the addresses. The last page came first here; which order did you keep?");
        });

    /// <summary>Lesson 02: results are told as they complete, and not in the order of the list.</summary>
    /// <param name="answer">From fetches under way, and what to tell each text to, to a task that ends when all were told.</param>
    public static Task<Verdict> AsTheyComplete(Func<IReadOnlyList<Task<string>>, Action<string>, Task>? answer) =>
        JudgeAsync(answer, async (tellAll, stop) =>
        {
            var fetches = Enumerable.Range(0, _arrivals.Length)
                .Select(_ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
            using var told = new SemaphoreSlim(0);
            var texts = new List<string>();
            var telling = tellAll([.. fetches.Select(fetch => fetch.Task)], Tell);

            foreach (var page in _arrivals)
            {
                fetches[page].SetResult($"page {page}");
                if (!await told.WaitAsync(_grace, stop).ConfigureAwait(false) || texts[^1] != $"page {page}")
                    return Verdict.NotYet($"Page {page} had arrived, and it was not what was told next. For which page was your code waiting?");
            }

            await telling.ConfigureAwait(false);
            return texts.Count == fetches.Length
                ? Verdict.Right($"Each page was told as soon as it was there: {string.Join(", ", _arrivals)}.")
                : Verdict.NotYet($"There are {fetches.Length} pages, but {texts.Count} were told.");

            void Tell(string text)
            {
                texts.Add(text);
                told.Release();
            }
        });

    /// <summary>Lesson 02: some of the fetches fail, and the others count.</summary>
    /// <param name="answer">From fetches under way to how many of them brought a page, once all have ended.</param>
    public static Task<Verdict> SomeFail(Func<IReadOnlyList<Task<string>>, Task<int>>? answer) =>
        JudgeAsync(answer, async (count, _) =>
        {
            var late = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<string>[] fetches =
                [Task.FromResult("apple/0"), Task.FromException<string>(new HttpRequestException("500")), late.Task, Task.FromException<string>(new HttpRequestException("reset"))];
            var counting = count(fetches);
            if (counting.IsCompletedSuccessfully)
                return Verdict.NotYet($"It counted {await counting.ConfigureAwait(false)} while a page was still under way. What tells you that all have ended?");

            late.SetResult("github/2");
            try
            {
                return await counting.ConfigureAwait(false) is var arrived && arrived == 2
                    ? Verdict.Right("2 of 4 pages arrived, 2 failed, and nothing was lost.")
                    : Verdict.NotYet($"2 of 4 pages arrive, but it counted {arrived}. Which state of a task means that there is a page?");
            }
            catch (HttpRequestException error)
            {
                return Verdict.NotYet($"One page's error ('{error.Message}') ended everything, and the pages that had arrived are lost. After the error, what do the tasks themselves know?");
            }
        });
}
