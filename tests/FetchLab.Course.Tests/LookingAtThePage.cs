using Microsoft.Playwright;

namespace FetchLab.Course.Tests;

/// <summary>The exported page of the whole course in a real browser, without a network.</summary>
public class LookingAtThePage
{
    // Every figure of ten lessons, drawn by a machine that is busy with other tests.
    private static readonly PageWaitForFunctionOptions _patient = new() { Timeout = 120_000 };

    [Fact]
    public async Task Figures_ComeAlive_AllOfThem_WithoutANetworkAndWithoutAnError()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(LessonsFixture.Page);

        await page.WaitForFunctionAsync("() => window.Plotly && document.querySelectorAll('.js-plotly-plot .main-svg').length > 0", null, _patient);
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('.js-plotly-plot').length === {Figures()}", null, _patient);

        Assert.Empty(browser.Problems);
        Assert.DoesNotContain(browser.Requests, address => address.StartsWith("http", StringComparison.Ordinal));
        var bars = await page.Locator(".js-plotly-plot .bars path").CountAsync();
        Assert.True(bars > Figures(), $"only {bars} bars were drawn");
    }

    [Fact]
    public async Task Figures_AreStills_WhereNoScriptRuns()
    {
        await using var browser = await Browser.StartAsync(scripts: false);
        var page = await browser.OpenAsync(LessonsFixture.Page);

        Assert.Equal(Figures(), await page.Locator(".output svg:visible").CountAsync());
        Assert.True(await page.Locator(".output table:visible").CountAsync() >= Repository.Lessons.Count());
    }

    [Fact]
    public async Task Page_FitsANarrowScreen()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(LessonsFixture.Page, width: 390);
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('.js-plotly-plot').length === {Figures()}", null, _patient);

        var tooWide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll('main *')]
                .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth && !element.closest('.output, pre'))
                .map(element => element.outerHTML.slice(0, 120))
            """);

        Assert.Empty(tooWide);
    }

    private static int Figures() => Repository.Lessons.SelectMany(lesson => LessonsFixture.Executed(lesson).CodeCells)
        .SelectMany(cell => cell.Outputs).Count(output => output["data"]?["image/svg+xml"] is not null);
}
