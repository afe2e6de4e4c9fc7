namespace FetchLab.Notebooks.Tests;

public sealed class ChainingSubmissions : IDisposable
{
    private readonly SessionAssemblies _assemblies = new();
    private readonly SubmissionChain _chain;

    public ChainingSubmissions() => _chain = new(_assemblies);

    [Theory]
    [InlineData("int v = 1; class C { } int F(int n) => n;")]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("1 + 1")]
    [InlineData("using System.IO;")]
    public void Submission_ThatIsMadeAgain_TakesTheFirstOnesPlace(string code)
    {
        Compile("int below = 1;", code, code, code);

        Assert.Equal(["int below = 1;", code], Sources());
    }

    [Fact]
    public void Submission_WithSomethingLeftToSee_Stays()
    {
        Compile("int below = 1;", "int a = 1, b = 2;", "int a = 3;", "int F(int n) => n;", "int F(string s) => 1;");

        Assert.Equal(["int below = 1;", "int a = 1, b = 2;", "int a = 3;", "int F(int n) => n;", "int F(string s) => 1;"], Sources());
    }

    [Fact]
    public void Submission_ThatDoesNotCompile_ChangesNothing()
    {
        Compile("int below = 1;", "int a = 1;");

        Assert.Throws<CompilationFailedException>(() => Compile("int a = nowhere;"));
        Assert.Throws<CompilationFailedException>(() => Compile("int b = nowhere;"));

        Assert.Equal(["int below = 1;", "int a = 1;"], Sources());
        Compile("int c = a;");
        Assert.Equal(["int below = 1;", "int a = 1;", "int c = a;"], Sources());
    }

    public void Dispose() => _assemblies.Dispose();

    private void Compile(params string[] codes)
    {
        foreach (var code in codes) _chain.Compile(code, "cell", "/", CancellationToken.None);
    }

    private IEnumerable<string> Sources() => VisibleSubmissions.Chain(_chain.Last).Select(submission => submission.SyntaxTrees[0].ToString());
}
