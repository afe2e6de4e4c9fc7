namespace FetchLab.Notebooks.Tests;

/// <summary>Cells of the kinds that public notebooks for .NET Interactive are made of. Each must run as it is.</summary>
public sealed class RunningOtherPeoplesCells : SessionTest
{
    private const string Formatting =
        "using System.IO;\nusing Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\nusing static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\nrecord Pet(string Name, int Age);\n";

    [Theory]
    [InlineData("\"x\".Display();", "text/plain", "x")]
    [InlineData("display(\"<b>\");", "text/plain", "<b>")]
    [InlineData("display(HTML(\"<b>x</b>\"));", "text/html", "<b>x</b>")]
    [InlineData("using Microsoft.AspNetCore.Html;\nIHtmlContent page = new HtmlString(\"<p>x</p>\");\ndisplay(page);", "text/html", "<p>x</p>")]
    [InlineData("\"# x\".DisplayAs(\"text/markdown\");", "text/markdown", "# x")]
    [InlineData("\"<svg/>\".DisplayAs(\"image/svg+xml\");", "image/svg+xml", "<svg/>")]
    [InlineData("Convert.ToBase64String(new byte[] { 1, 2, 3 }).DisplayAs(\"image/png\");", "image/png", "AQID")]
    [InlineData("((LaTeXString)@\"\\frac{1}{2}\").Display();", "text/latex", "\\frac{1}{2}")]
    [InlineData("display((MathString)@\"\\frac{1}{2}\");", "text/latex", "$$\\frac{1}{2}$$")]
    [InlineData("CSS(\"p { color: red }\");", "text/html", "<style>p { color: red }</style>")]
    [InlineData("Javascript(\"console.log(1)\");", "text/html", "<script type=\"text/javascript\">console.log(1)</script>")]
    [InlineData("new Pet(\"Tom\", 3).Display(\"application/json\");", "application/json", "{\"Name\":\"Tom\",\"Age\":3}")]
    [InlineData("display(new Pet(\"Tom\", 3), \"text/plain\");", "text/plain", "Pet\n      Name: Tom\n      Age: 3")]
    [InlineData("display(span[style: \"color:red\"](b(\"x\"), \" & y\"));", "text/html", "<span style=\"color:red\"><b>x</b> &amp; y</span>")]
    [InlineData("PocketView view = ul(new[] { \"a\", \"b\" }.Select(each => li(each)));\nview.Display();", "text/html", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("display(a[href: \"https://localhost\"](\"there\"));", "text/html", "<a href=\"https://localhost\">there</a>")]
    [InlineData("KernelInvocationContext.Current.Display(\"x\", \"text/plain\");", "text/plain", "x")]
    [InlineData("KernelInvocationContext.Current?.DisplayAs(\"*x*\", \"text/markdown\");", "text/markdown", "*x*")]
    [InlineData("new[] { new Pet(\"Tom\", 3) }.DisplayTable();", "text/plain", "Name  Age\nTom     3")]
    [InlineData("new Dictionary<string, int> { [\"one\"] = 1 }.Display(\"text/plain\");", "text/plain", "Dictionary<String,Int32>\n      - Key: one\n        Value: 1")]
    public async Task Display_ShowsItsValue(string source, string mimeType, string content)
    {
        await RunAsync(Formatting);

        var outputs = await RunAsync(source);

        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        Assert.Equal(content, Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data.Content[mimeType].TrimEnd());
    }

    [Theory]
    [InlineData("Formatter.Register<Pet>(pet => $\"<i>{pet.Name}</i>\", \"text/html\");")]
    [InlineData("Formatter.Register<Pet>(pet => $\"<i>{pet.Name}</i>\", mimeType: \"text/html\");")]
    [InlineData("Formatter.Register<Pet>((pet, writer) => writer.Write($\"<i>{pet.Name}</i>\"), \"text/html\");")]
    [InlineData("Formatter.Register<Pet>((pet, writer) => writer.Write(i(pet.Name)), HtmlFormatter.MimeType);")]
    [InlineData("Formatter.Register(typeof(Pet), (pet, writer) => writer.Write($\"<i>{((Pet)pet).Name}</i>\"), \"text/html\");")]
    [InlineData("Formatter.Register<Pet>((pet, context) => { context.Writer.Write(i(pet.Name)); return true; }, \"text/html\");")]
    [InlineData("Formatter.Register(new HtmlFormatter<Pet>((pet, context) => context.Writer.Write($\"<i>{pet.Name}</i>\")));")]
    public async Task Formatter_OfAnyShape_IsUsed(string source)
    {
        await RunAsync(Formatting + source);

        Assert.Equal("<i>Tom</i>", (await BundleAsync("new Pet(\"Tom\", 3)")).Content["text/html"]);
    }

    [Fact]
    public async Task PreferredMimeTypes_AreTheOnesSent()
    {
        await RunAsync(Formatting + "Formatter.SetPreferredMimeTypesFor(typeof(Pet), \"text/plain\", \"application/json\");\nFormatter.Register<Pet>(pet => pet.Name, \"text/plain\");");

        var bundle = await BundleAsync("new Pet(\"Tom\", 3)");

        Assert.Equal(["text/plain", "application/json"], bundle.Content.Keys);
        Assert.Equal("Tom", bundle.PlainText);
    }

    [Fact]
    public async Task FormatterOfAnOpenType_IsUsed()
    {
        await RunAsync(Formatting + "class Box<T> { public T Value; }\nFormatter.Register(typeof(Box<>), (box, writer) => writer.Write(\"a box\"), \"text/html\");");

        Assert.Equal("a box", (await BundleAsync("new Box<int>()")).Content["text/html"]);
    }

    [Theory]
    [InlineData("new Pet(\"Tom\", 3).ToDisplayString(\"text/plain\")", "Pet\n      Name: Tom\n      Age: 3")]
    [InlineData("1.5.ToDisplayString()", "1.5")]
    [InlineData("Formatter.ToDisplayString(true, \"text/plain\")", "True")]
    [InlineData("await Kernel.GetInputAsync(\"name\")", "typed")]
    [InlineData("await Microsoft.DotNet.Interactive.Kernel.GetInputAsync(\"name\")", "typed")]
    [InlineData("(await Kernel.GetPasswordAsync(\"name\")).GetClearTextPassword()", "typed")]
    [InlineData("(1, \"x\")", "( 1, x )")]
    [InlineData("new[] { \"a\", \"b\" }.Select(each => each.ToUpper())", "[ A, B ]")]
    [InlineData("typeof(List<int>)", "System.Collections.Generic.List<System.Int32>")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{}\").RootElement", "{}")]
    public async Task Expression_HasItsValue(string source, string text)
    {
        Session.Input = (_, _, _) => "typed";
        await RunAsync(Formatting);

        Assert.Equal(text, (await ResultAsync(source)).TrimEnd());
    }

    [Fact]
    public async Task DataFrame_IsATable_WithoutAFormatterOfTheNotebooks()
    {
        await RunAsync("using Microsoft.Data.Analysis;\nvar frame = DataFrame.LoadCsvFromString(\"city,rain\\nOslo,3\\nRome,1\");");

        Assert.Equal("city  rain\nOslo     3", await ResultAsync("frame.Head(1)"));
        Assert.Contains("<th>city</th><th class=\"n\">rain</th>", (await BundleAsync("frame.OrderBy(\"rain\")")).Content["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("Info", await ResultAsync("frame.Info()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_IsUpdatedInItsPlace()
    {
        var outputs = await RunAsync("using Microsoft.DotNet.Interactive;\nDisplayedValue shown = display(\"0 %\");\nfor (var n = 50; n <= 100; n += 50) { await Task.Delay(1); shown.Update($\"{n} %\"); }");

        Assert.Equal(["0 %"], outputs.OfType<DisplayOutput>().Select(shown => shown.Data.PlainText));
        Assert.Equal(["50 %", "100 %"], outputs.OfType<UpdateOutput>().Select(update => update.Data.PlainText));
    }

    [Theory]
    [InlineData("Console.Clear();")]
    [InlineData("#!csharp\nvar x = 1;")]
    [InlineData("using System.Diagnostics;\nvar watch = Stopwatch.StartNew();")]
    [InlineData("#nullable enable\nstring? name = null;")]
    [InlineData("#pragma warning disable CS1701\nint n = 0;")]
    [InlineData("#region setup\nint n = 0;\n#endregion")]
    [InlineData("public static int Twice(this int n) => 2 * n;\nvar four = 2.Twice();")]
    [InlineData("// nothing but a comment")]
    public async Task Cell_ThatShowsNothing_Runs(string source) => Assert.Empty(await RunAsync(source));

    [Fact]
    public async Task Time_IsShownAfterTheCell()
    {
        var outputs = await RunAsync("#!time\nConsole.WriteLine(\"x\");");

        Assert.Equal(new StreamOutput("stdout", "x\n"), outputs[0]);
        Assert.Matches(@"^Wall time: [\d.]+ms$", Assert.IsType<DisplayOutput>(outputs[1]).Data.PlainText);
    }

    private async Task<MimeBundle> BundleAsync(string source)
    {
        var outputs = await RunAsync(source);
        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        return Assert.Single(outputs.OfType<ResultOutput>()).Data;
    }
}
