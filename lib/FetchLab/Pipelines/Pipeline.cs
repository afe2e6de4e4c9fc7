namespace FetchLab;

/// <summary>Where a pipeline begins.</summary>
public static class Pipeline
{
    /// <summary>
    /// Items for a first stage: <c>Pipeline.From(urls).Then("fetch", 10, FetchAsync).Then("parse", 2, ParsedPage.Of)</c>.
    /// </summary>
    /// <param name="items">Read one by one, as the first stage has room; at least one.</param>
    /// <exception cref="FetchLabException">There is none.</exception>
    public static Pipeline<T> From<T>(IReadOnlyCollection<T> items)
    {
        Require.AtLeast(1, Require.Given(items, "items", "site.Pages(100)").Count, "items", "site.Pages(100)");
        return new([.. items.Select(item => (object?)item)], []);
    }
}
