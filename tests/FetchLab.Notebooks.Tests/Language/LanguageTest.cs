using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks.Tests;

/// <summary>A session, and code being typed after its cells. A bar in the code is the cursor.</summary>
public abstract class LanguageTest(ILanguageConnector? connector = null) : SessionTest(connector)
{
    private protected async Task<Completion> CompleteAsync(string typed)
    {
        var (code, position) = Cursor(typed);
        return await Session.CompleteAsync(code, position, TestContext.Current.CancellationToken);
    }

    private protected async Task<IReadOnlyList<string>> TextsAsync(string typed) =>
        [.. (await CompleteAsync(typed)).Items.Select(item => item.Text)];

    private protected async Task<MimeBundle?> InspectAsync(string typed)
    {
        var (code, position) = Cursor(typed);
        return await Session.InspectAsync(code, position, TestContext.Current.CancellationToken);
    }

    private protected async Task<string> PlainAsync(string typed)
    {
        var found = await InspectAsync(typed);
        Assert.NotNull(found);
        return found.PlainText;
    }

    protected async Task DeclareAsync(string source) =>
        Assert.Empty((await RunAsync(source)).OfType<ErrorOutput>().Select(error => error.Message));

    protected void BuildLibrary(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(Path.Combine(Folder, name + ".dll")).Success);
    }

    private static (string Code, int Position) Cursor(string typed)
    {
        var position = typed.IndexOf('|', StringComparison.Ordinal);
        return (typed.Remove(position, 1), position);
    }
}
