using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>A variable that a directive declares, as code of the cell that it stands in.</summary>
internal static class NewVariable
{
    /// <param name="call">The directive.</param>
    /// <param name="name">Its name.</param>
    /// <param name="code">Its value, in C#.</param>
    /// <exception cref="NotebookException">It cannot have this name.</exception>
    public static Task DeclareAsync(DirectiveCall call, string name, string code)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new NotebookException($"{call.Part.Name}: '{name}' cannot be a variable's name; take one such as total.");
        return call.Runner.RunAsync($"var {name} = {code};", Languages.CSharp, call.Scope);
    }

    /// <summary>A text as C# writes it.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
