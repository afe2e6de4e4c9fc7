using FetchLab.Parsing;

namespace FetchLab.Tests.Parsing;

public sealed class ParsingPages(OriginFixture origin)
{
    [Fact]
    public void APage_HasItsTitleItsLinksAndItsWords()
    {
        var page = ParsedPage.Of("<title>One &amp; two</title><h1>Three</h1><p>Four <a href='4'>five</a>,\n six.<p><a name='x'>seven</a><a href=/8>eight</a>");

        Assert.Equal("One & two", page.Title);
        Assert.Equal(["4", "/8"], page.Links);
        // "Three", and "Four" after it in another element, have no white space between them.
        Assert.Equal(5, ParsedPage.Of("<p>one two\n<b>thr</b>ee</p> <p>  four\tfive ").Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no page at all")]
    [InlineData("<p><a href=\"12")]
    public void WhatIsNoPage_IsParsedToo(string text)
    {
        var page = ParsedPage.Of(text);

        Assert.Equal("", page.Title);
        Assert.Empty(page.Links);
    }

    [Fact]
    public async Task AnOriginsPage_IsHtmlToParse()
    {
        using var http = origin.Site.NewClient(Guid.NewGuid().ToString());
        var cancelled = TestContext.Current.CancellationToken;
        var html = await http.GetStringAsync("/apple/7?latencyMs=0&bytes=150000", cancelled);
        var other = await http.GetStringAsync("/github/8?latencyMs=0&bytes=150000", cancelled);

        var page = ParsedPage.Of(html);

        Assert.Equal((150_000, 150_000), (html.Length, other.Length));
        Assert.Equal("apple, page 7", page.Title);
        Assert.InRange(page.Words, 10_000, 30_000);
        Assert.InRange(page.Elements, 2_000, 6_000);
        Assert.InRange(page.Links.Count, 500, 2_000);
        Assert.All(page.Links.SkipLast(1), link => Assert.InRange(int.Parse(link), 0, 50));
        Assert.NotEqual(page.Links.Take(3), ParsedPage.Of(other).Links.Take(3));
    }
}
