namespace FetchLab.Notebooks.Tests;

/// <summary>Packages that notebooks really use, from the source that this project itself is restored from.</summary>
public sealed class AddingPublicPackages : SessionTest
{
    public AddingPublicPackages() => Session.Packages.Cache = new(Path.Combine(Folder, "cache"));

    [Fact]
    public async Task Json_OfNewtonsoft_ShowsAsJson()
    {
        var bundle = Assert.Single((await RunAsync("#r \"nuget: Newtonsoft.Json, 13.0.3\"\nNewtonsoft.Json.Linq.JObject.Parse(\"{'a': [1]}\")")).OfType<ResultOutput>()).Data;

        Assert.Equal(["application/json", "text/plain"], bundle.Content.Keys);
        Assert.Equal("{\n  \"a\": [\n    1\n  ]\n}", bundle.PlainText.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task NativeLibrary_IsFound() => Assert.Equal(
        "42",
        await ResultAsync(
            """
            #r "nuget: Microsoft.Data.Sqlite, 10.0.14"
            using Microsoft.Data.Sqlite;
            object answer;
            using (var connection = new SqliteConnection("Data Source=:memory:"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "select 6 * 7";
                answer = command.ExecuteScalar();
            }
            answer
            """));

    [Fact]
    public async Task Package_OfAnAssemblyThatTheEngineUsesItself_IsItsOwnCopy() => Assert.Equal(
        "4.14.0.0",
        await ResultAsync("#r \"nuget: Microsoft.CodeAnalysis.CSharp, 4.14.0\"\ntypeof(Microsoft.CodeAnalysis.CSharp.SyntaxFactory).Assembly.GetName().Version.ToString()"));

    [Fact]
    public async Task Package_OfAnAssemblyThatTheEngineShares_IsTheEngines()
    {
        var frame = await RunAsync("#r \"nuget: Microsoft.Data.Analysis, 0.21.1\"\nusing Microsoft.Data.Analysis;\nDataFrame.LoadCsvFromString(\"a,b\\n1,2\")");

        Assert.Equal("a  b\n1  2", Assert.Single(frame.OfType<ResultOutput>()).Data.PlainText);
    }

    [Fact]
    public async Task ExtensionOfPlotly_BringsNoSecondKernel()
    {
        await RunAsync("#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\nusing Microsoft.DotNet.Interactive;\nusing Plotly.NET;");

        Assert.Equal("FetchLab.Notebooks", await ResultAsync("typeof(Kernel).Assembly.GetName().Name"));
        Assert.Equal("6.0.0", await ResultAsync("typeof(GenericChart).Assembly.GetName().Version.ToString(3)"));
    }

    [Fact]
    public async Task Chart_OfPlotly_ShowsAsAChart()
    {
        var bundle = Assert.Single((await RunAsync(
            """
            #r "nuget: Plotly.NET, 6.0.0"
            #r "nuget: Plotly.NET.CSharp, 0.14.0"
            Plotly.NET.CSharp.Chart.Line<int, int, string>(new[] { 1, 2 }, new[] { 30, 40 })
            """)).OfType<ResultOutput>()).Data;

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Content.Keys);
        var trace = bundle.ToJson()["application/vnd.plotly.v1+json"]!["data"]![0]!;
        Assert.Equal("scatter", trace["type"]!.GetValue<string>());
        Assert.Equal([30, 40], trace["y"]!.AsArray().Select(value => value!.GetValue<int>()));
        Assert.Contains("\"y\":[30,40]", bundle.Content["text/html"], StringComparison.Ordinal);
        Assert.Equal("Plotly.NET chart", bundle.PlainText);
    }
}
