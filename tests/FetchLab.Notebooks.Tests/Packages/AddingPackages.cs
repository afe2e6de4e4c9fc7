namespace FetchLab.Notebooks.Tests;

/// <summary>Packages from a folder: the restore is the real one, and nothing reaches for the network.</summary>
public sealed class AddingPackages : SessionTest
{
    private readonly PackageFeed _feed;

    public AddingPackages()
    {
        _feed = new(Folder);
        Session.Packages.Cache = Cache;
    }

    private PackageCache Cache => new(Path.Combine(Folder, "cache"));

    [Fact]
    public async Task Package_IsShownOnce_AndBringsItsTypes()
    {
        _feed.Add("Apple", "1.0.0");

        var outputs = await RunAsync("#r \"nuget: Apple, 1.0.0\" // red\nApple.Version");

        var looking = Assert.IsType<DisplayOutput>(outputs[0]);
        var shown = Assert.IsType<UpdateOutput>(outputs[1]);
        Assert.Equal("Looking for Apple 1.0.0 …", looking.Data.PlainText);
        Assert.Equal(looking.DisplayId, shown.DisplayId);
        Assert.Equal("Installed packages\n  Apple, 1.0.0", shown.Data.PlainText);
        Assert.Equal("<div><strong>Installed packages</strong><ul><li>Apple, 1.0.0</li></ul></div>", shown.Data.Content["text/html"]);
        Assert.Equal("1.0.0", Assert.IsType<ResultOutput>(outputs[2]).Data.PlainText);
        Assert.Equal(3, outputs.Count);
    }

    [Fact]
    public async Task SeveralPackages_InOneCell_AreFoundTogether()
    {
        _feed.Add("Apple", "1.0.0");
        _feed.Add("Pear", "2.1.0");
        _feed.Add("Plum", "0.3.0-beta.2");

        var outputs = await RunAsync("#r \"nuget:Apple,1.0.0\"\nvar all = Apple.Version + Pear.Version + Plum.Version;\n#r \"nuget: Pear\"\n#r \"nuget: Plum, *-*\"\nall");

        Assert.Equal("Installed packages\n  Apple, 1.0.0\n  Pear, 2.1.0\n  Plum, 0.3.0-beta.2", Assert.Single(outputs.OfType<UpdateOutput>()).Data.PlainText);
        Assert.Equal("1.0.02.1.00.3.0-beta.2", Assert.Single(outputs.OfType<ResultOutput>()).Data.PlainText);
    }

    [Theory]
    [InlineData("#r \"nuget: Apple\"", "1.10.0")]
    [InlineData("#r \"nuget: Apple, *\"", "1.10.0")]
    [InlineData("#r \"nuget: Apple, 1.2.*\"", "1.2.5")]
    [InlineData("#r \"nuget: Apple, [1.2.0,1.3)\"", "1.2.0")]
    [InlineData("#r \"nuget: Apple, 1.2.1\"", "1.2.5")]
    public async Task Version_ThatIsLeftOpen_IsFound(string directive, string version)
    {
        foreach (var each in (string[])["1.0.0", "1.2.0", "1.2.5", "1.10.0", "2.0.0-beta"]) _feed.Add("Apple", each);

        Assert.Equal(version, await ResultAsync(directive + "\nApple.Version"));
        // The cell runs again, as the lessons' cells do.
        Assert.Equal(version, await ResultAsync(directive + "\nApple.Version"));
    }

    [Theory]
    [InlineData("#r \"nuget: Apple, 1.0.0\"")]
    [InlineData("#r \"nuget: Apple\"")]
    public async Task SecondSession_RestoresNothing(string directive)
    {
        _feed.Add("Apple", "1.0.0");
        await RunAsync(directive);
        _feed.Break();

        await using var second = new CSharpSession(Folder);
        second.Packages.Cache = Cache;
        var outputs = new List<CellOutput>();
        await second.ExecuteAsync(new(directive + "\nApple.Version", "cell 1"), outputs.Add, TestContext.Current.CancellationToken);

        Assert.Equal("Installed packages\n  Apple, 1.0.0", Assert.IsType<DisplayOutput>(outputs[0]).Data.PlainText);
        Assert.Equal("1.0.0", Assert.IsType<ResultOutput>(outputs[1]).Data.PlainText);
    }

    [Fact]
    public async Task LatestVersion_IsLookedForAgain_AfterADay()
    {
        _feed.Add("Apple", "1.0.0");
        await RunAsync("#r \"nuget: Apple\"");
        _feed.Add("Apple", "1.1.0");

        Assert.Equal("1.0.0", await InAnotherSessionAsync());
        foreach (var answer in Directory.EnumerateFiles(Cache.Folder)) File.SetLastWriteTimeUtc(answer, DateTime.UtcNow.AddDays(-2));
        Assert.Equal("1.1.0", await InAnotherSessionAsync());
    }

    [Fact]
    public async Task LatestVersion_WithoutASource_IsTheOneThatWasTheLatest()
    {
        _feed.Add("Apple", "1.0.0");
        await RunAsync("#r \"nuget: Apple\"");
        _feed.Break();
        foreach (var answer in Directory.EnumerateFiles(Cache.Folder)) File.SetLastWriteTimeUtc(answer, DateTime.UtcNow.AddDays(-2));

        Assert.Equal("1.0.0", await InAnotherSessionAsync());
    }

    [Fact]
    public async Task PackageInUse_StaysInUse_WhereALaterOneWantsANewer()
    {
        _feed.Add("Apple", "1.0.0");
        _feed.Add("Apple", "1.1.0");
        _feed.Add("Basket", "1.0.0", needs: "Apple/1.1.0");
        await RunAsync("#r \"nuget: Apple, 1.0.0\"");

        Assert.Equal("1.0.0 in 1.0.0", await ResultAsync("#r \"nuget: Basket, 1.0.0\"\nApple.Version + \" in \" + Basket.Version"));
    }

    [Fact]
    public async Task Dependency_IsThere_WithoutBeingNamed()
    {
        _feed.Add("Apple", "1.0.0");
        _feed.Add("Basket", "1.0.0", needs: "Apple/1.0.0");

        Assert.Equal("1.0.0", await ResultAsync("#r \"nuget: Basket, 1.0.0\"\nApple.Version"));
    }

    [Fact]
    public async Task Assembly_ThatTheEngineStandsIn_DoesNotHideItsTypes()
    {
        _feed.Add("Extension", "1.0.0", needs: "Microsoft.DotNet.Interactive/1.0.0");
        _feed.Add("Microsoft.DotNet.Interactive", "1.0.0", "namespace Microsoft.DotNet.Interactive { public class Kernel { } public class KernelInvocationContext { } }");

        Assert.Equal("Kernel 1.0.0", await ResultAsync("#r \"nuget: Extension, 1.0.0\"\nusing Microsoft.DotNet.Interactive;\nnameof(Kernel) + \" \" + Extension.Version"));
    }

    [Fact]
    public async Task Folder_CanBeASource()
    {
        var other = Directory.CreateDirectory(Path.Combine(Folder, "other")).FullName;
        _feed.Add("Quince", "1.0.0", folder: other);

        Assert.Equal("1.0.0", await ResultAsync("#i \"nuget: ./other\"\n#r \"nuget: Quince, 1.0.0\"\nQuince.Version"));
    }

    [Fact]
    public async Task Source_ThatCannotBeReached_IsLeftOut()
    {
        _feed.Add("Apple", "1.0.0");

        // Nothing listens on port 9 of this machine.
        var outputs = await RunAsync("#i \"nuget: https://127.0.0.1:9/v3/index.json\"\n#r \"nuget: Apple\"\nApple.Version");

        Assert.Equal(
            "Installed packages\n  Apple, 1.0.0\nhttps://127.0.0.1:9/v3/index.json cannot be reached, and was left out.",
            Assert.Single(outputs.OfType<UpdateOutput>()).Data.PlainText);
        Assert.Equal("1.0.0", Assert.Single(outputs.OfType<ResultOutput>()).Data.PlainText);
    }

    [Theory]
    [InlineData("#r \"nuget: Appel, 1.0.0\"", "#r \"nuget: Appel, 1.0.0\": the shelf has no package of this name; is it spelled as in #r \"nuget: Humanizer.Core, 2.14.1\"?")]
    [InlineData("#r \"nuget: Apple, 7.0.0\"", "#r \"nuget: Apple, 7.0.0\": there is no such version; the nearest is 1.0.0.")]
    [InlineData("#r \"nuget: Basket\"", "#r \"nuget: Basket\": it needs Straw, and the shelf has no package of this name; is it spelled as in #r \"nuget: Humanizer.Core, 2.14.1\"?")]
    [InlineData("#r \"nuget: Apple, one.two\"", "#r \"nuget: Apple, one.two\": 'one.two' is no version; write one such as 2.14.1, 2.* or *, as in #r \"nuget: Humanizer.Core, 2.14.1\".")]
    [InlineData("#r \"nuget: Apple; 1.0.0\"", "#r \"nuget: Apple; 1.0.0\": a package is written as its name and a version, as in #r \"nuget: Humanizer.Core, 2.14.1\".")]
    [InlineData("#i \"nuget: /no/where\"", "#i \"nuget: /no/where\": there is no folder /no/where; name one that holds packages, or an address such as https://packages.example.org/v3/index.json.")]
    public async Task Request_ThatCannotBeMet_SaysWhy(string directive, string sentence)
    {
        _feed.Add("Apple", "1.0.0");
        _feed.Add("Basket", "1.0.0", needs: "Straw/1.0.0");

        var error = await ErrorAsync(directive);

        Assert.Equal(sentence, error.Message);
        Assert.Equal([sentence], error.Traceback);
    }

    [Fact]
    public async Task SecondVersion_InOneSession_IsRefused()
    {
        _feed.Add("Apple", "1.0.0");
        await RunAsync("#r \"nuget: Apple, 1.0.0\"");

        Assert.Equal(
            "#r \"nuget: Apple, 2.0.0\": this session uses Apple 1.0.0 already; restart it to use another version.",
            (await ErrorAsync("#r \"nuget: Apple, 2.0.0\"")).Message);
    }

    [Fact]
    public async Task FailedRequest_DoesNotSpoilTheNext()
    {
        _feed.Add("Apple", "1.0.0");
        await RunAsync("#r \"nuget: Appel, 1.0.0\"");

        Assert.Equal("1.0.0", await ResultAsync("#r \"nuget: Apple, 1.0.0\"\nApple.Version"));
    }

    private async Task<string> InAnotherSessionAsync()
    {
        await using var session = new CSharpSession(Folder);
        session.Packages.Cache = Cache;
        var outputs = new List<CellOutput>();
        await session.ExecuteAsync(new("#r \"nuget: Apple\"\nApple.Version", "cell 1"), outputs.Add, TestContext.Current.CancellationToken);
        return Assert.Single(outputs.OfType<ResultOutput>()).Data.PlainText;
    }
}
