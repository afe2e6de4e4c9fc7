using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks.Tests;

public sealed class UsingDirectives : SessionTest
{
    [Fact]
    public async Task Reference_ToALibrary_BringsItsTypes()
    {
        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");

        Assert.Equal("hello", await ResultAsync("#r \"Greeter.dll\"\nGreeter.Hello"));
        Assert.Equal("HELLO", await ResultAsync("Greeter.Hello.ToUpperInvariant()"));
    }

    [Fact]
    public async Task Reference_MayStandAfterCode()
    {
        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");

        Assert.Equal("hello", await ResultAsync("var x = 1;\n#r \"Greeter.dll\"\nGreeter.Hello"));
    }

    [Fact]
    public async Task Reference_BringsWhatItsLibraryNeeds_FromBesideIt()
    {
        var word = BuildLibrary("Word", "public class Word { public string Text => \"deep\"; }");
        BuildLibrary("Sentence", "public static class Sentence { public static Word First => new Word(); }", word);

        Assert.Equal("deep", await ResultAsync("#r \"Sentence.dll\"\nSentence.First.Text"));
    }

    [Fact]
    public async Task Library_CanBeRebuilt_WhileASessionHasItLoaded()
    {
        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"old\"; }");
        await RunAsync("#r \"Greeter.dll\"");

        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"new\"; }");

        Assert.Equal("old", await ResultAsync("Greeter.Hello"));
    }

    [Fact]
    public async Task Reference_ToAMissingFile_SaysWhereItLooked()
    {
        var error = await ErrorAsync("#r \"bin/Missing.dll\"\n1");

        Assert.Equal(
            $"#r \"bin/Missing.dll\": there is no such file in {Folder}; if a build makes it, run 'dotnet build' first.", error.Message);
    }

    [Fact]
    public async Task Reference_ToAFrameworkAssembly_IsFoundByName() =>
        Assert.Equal("HttpClient", await ResultAsync("#r \"System.Net.Http\"\nnew System.Net.Http.HttpClient().GetType().Name"));

    [Fact]
    public async Task Load_BringsAFilesTypes()
    {
        Write("shapes.csx", "class Square { public int Side; public int Area => Side * Side; }");

        Assert.Equal("9", await ResultAsync("#load \"shapes.csx\"\nnew Square { Side = 3 }.Area"));
    }

    [Fact]
    public async Task Import_BringsAFilesDeclarations_UsingsAndOutputs()
    {
        BuildLibrary("Greeter", "namespace Deep.Inside; public static class Greeter { public static string Hello => \"hello\"; }");
        Write("setup.csx", "#r \"Greeter.dll\"\nusing Deep.Inside;\nint imported = 4;\nConsole.WriteLine(\"ready\");\n\"shown\"");

        var outputs = await RunAsync("#!import setup.csx\nimported + 1");

        Assert.Equal(new StreamOutput("stdout", "ready\n"), outputs[0]);
        Assert.Equal("shown", Assert.IsType<DisplayOutput>(outputs[1]).Data.PlainText);
        Assert.Equal("5", Assert.IsType<ResultOutput>(outputs[2]).Data.PlainText);
        Assert.Equal("hello", await ResultAsync("Greeter.Hello"));
    }

    [Fact]
    public async Task Import_TakesEffectWhereItStands()
    {
        Write("increment.csx", "n++;");

        Assert.Equal("2", await ResultAsync("int n = 0;\n#!import increment.csx\nn++;\nn"));
    }

    [Fact]
    public async Task Import_OfANotebook_RunsItsCSharpCells()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Markdown("# prose", "prose"));
        notebook.Add(NotebookCell.Code("int a = 1;", "one"));
        notebook.Add(NotebookCell.Code("int b = a + 1;", "two"));
        NotebookFile.Write(notebook, Path.Combine(Folder, "other.ipynb"));

        Assert.Equal("3", await ResultAsync("#!import \"other.ipynb\"\na + b"));
    }

    [Fact]
    public async Task Import_LooksBesideTheImportingFileFirst()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "deep"));
        Write("deep/outer.csx", "#!import inner.csx");
        Write("deep/inner.csx", "var where = \"deep\";");
        Write("inner.csx", "var where = \"top\";");

        Assert.Equal("deep", await ResultAsync("#!import deep/outer.csx\nwhere"));
    }

    [Fact]
    public async Task Import_InACircle_EndsWithASentence()
    {
        Write("a.csx", "#!import a.csx");

        Assert.Equal("#!import a.csx: files import each other 16 deep; take one #!import out.", (await ErrorAsync("#!import a.csx")).Message);
    }

    [Theory]
    [InlineData("#!import nowhere.csx", "#!import nowhere.csx: there is no such file in {0}; try #!import lab.csx.")]
    [InlineData("var one = 1;\n#!frobnicate", "line 2: unknown directive '#!frobnicate'; the engine knows #r, #i, #load, #!import, #!csharp, #!html, #!javascript, #!markdown, #!mermaid, #!fsharp, #!sql, #!value, #!connect, #!time, #!set, #!share, #!who, #!whos, #!lsmagic, #!about.")]
    [InlineData("#r \"nuget: \"", "#r \"nuget: \": a package is written as its name and a version, as in #r \"nuget: Humanizer.Core, 2.14.1\".")]
    public async Task Directive_ThatCannotBeFollowed_SaysWhy(string source, string message) =>
        Assert.Equal(string.Format(null, message, Folder), (await ErrorAsync(source)).Message);

    [Theory]
    [InlineData("var text = @\"\n#!frobnicate\n\"; text.Length", "14")]
    [InlineData("var text = \"\"\"\n    #r \"x\"\n    \"\"\"; text", "#r \"x\"")]
    [InlineData("/*\n#!frobnicate\n*/\n1", "1")]
    public async Task Directive_InsideATextOrAComment_IsNone(string source, string result) => Assert.Equal(result, await ResultAsync(source));

    [Fact]
    public async Task LineNumbers_AfterADirective_AreTheCells()
    {
        Write("empty.csx", "");

        var error = await ErrorAsync("var a = 1;\n#!import empty.csx\n\nthrow new Exception(\"here\");");

        Assert.Equal("   at cell 1:line 4", error.Traceback[^1]);
    }

    private PortableExecutableReference BuildLibrary(string name, string source, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), .. references],
            new(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Folder, name + ".dll");
        Assert.Empty(compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromFile(path);
    }
}
