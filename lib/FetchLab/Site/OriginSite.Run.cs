using System.Net.Http.Json;

namespace FetchLab;

public sealed partial class OriginSite
{
    /// <summary>
    /// Runs a strategy, and asks the origin what it counted meanwhile: <see cref="FetchRun.Origin"/>. What the options leave open
    /// of a client's costs is as <see cref="Profile"/> has it.
    /// </summary>
    /// <remarks>Pages of other sites can be run too; nobody counts those, so the property stays null, and no profile is theirs.</remarks>
    /// <exception cref="FetchLabException">The origin has ended, or the pages or an option cannot be used; no request was sent.</exception>
    /// <inheritdoc cref="FetchStrategy.RunAsync"/>
    public async Task<FetchRun> RunAsync(
        FetchStrategy strategy,
        IReadOnlyList<Page> pages,
        FetchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Require.Given(strategy, "a strategy", "Fetch.Threads(10)");
        Page.Validate(pages);
        if (_process.HasEnded && pages.Any(page => page.Url.Authority == Address.Authority))
            throw new FetchLabException(
                $"the origin at {Address} has ended, and its pages went with it; try those of a new one: OriginSite.StartAsync().");

        if (!pages.All(page => page.Url.Authority == Address.Authority))
            return await strategy.RunAsync(pages, options, cancellationToken).ConfigureAwait(false);

        options = (options ?? new FetchOptions()).At(Profile);
        var asked = strategy.IsThreaded ? ForThreads(pages, options.ThreadCosts!) : pages;
        var run = await strategy.RunAsync(asked, options, cancellationToken).ConfigureAwait(false);
        if (_process.HasEnded)
            return run;

        // A cancelled run is counted too, so its token is not for this.
        return run with { Origin = await CountsAsync(run.RunId, CancellationToken.None).ConfigureAwait(false) };
    }

    /// <summary>What the origin counted.</summary>
    /// <param name="runId">For one run, see <see cref="FetchRun.RunId"/>; null for its whole life, warm-ups included.</param>
    /// <param name="cancellationToken">Gives up asking.</param>
    public async Task<OriginCounts> CountsAsync(string? runId = null, CancellationToken cancellationToken = default)
    {
        return (await _http.GetFromJsonAsync<OriginCounts>(Of("/stats", runId), cancellationToken).ConfigureAwait(false))!;
    }
}
