namespace FetchLab.Tests;

public sealed class PagesFromAddresses(OriginFixture origin)
{
    [Fact]
    public void EachAddress_IsAPageInItsPlace()
    {
        var pages = Page.From("http://example.org/a", "https://example.com/b?c=d");

        Assert.Equal(
            [
                new Page(0, "example.org", new Uri("http://example.org/a"), TimeSpan.Zero),
                new Page(1, "example.com", new Uri("https://example.com/b?c=d"), TimeSpan.Zero),
            ],
            pages);
    }

    [Fact]
    public void SitePages_AlternateBetweenTheHosts_AndSayWhatTheyAskFor()
    {
        var site = origin.Site;

        Assert.Equal(["apple", "github", "apple"], site.Pages(3).Select(page => page.Host));
        Assert.Equal("/github/1?latencyMs=12.5&bytes=7", site.Pages(2, latencyMs: 12.5, bytes: 7)[1].Url.PathAndQuery);
        Assert.Equal(TimeSpan.FromMilliseconds(12.5), site.Pages(1, latencyMs: 12.5)[0].Latency);
    }
}
