using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>A C# variable that a directive declares, as code of the cell that it stands in.</summary>
internal static class NewVariable
{
    /// <summary>Declares a variable with a value, of the value's own type where C# can name it.</summary>
    /// <param name="call">The directive.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="NotebookException">It cannot have this name.</exception>
    public static async Task DeclareAsync(DirectiveCall call, string name, object? value)
    {
        try
        {
            await DeclareAsync(call, name, value, CodeName.Of(value?.GetType() ?? typeof(object)));
        }
        catch (CompilationFailedException)
        {
            // Public, but of an assembly that cells do not reference.
            await DeclareAsync(call, name, value, "object");
        }
    }

    /// <summary>Declares a variable with what an expression gives.</summary>
    /// <inheritdoc cref="DeclareAsync(DirectiveCall, string, object?)"/>
    /// <param name="call">The directive.</param>
    /// <param name="name">Its name.</param>
    /// <param name="code">Its value, in C#.</param>
    public static Task DeclareByCodeAsync(DirectiveCall call, string name, string code)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new NotebookException($"{call.Part.Name}: '{name}' cannot be a variable's name; take one such as total.");
        return call.Runner.RunAsync($"var {name} = {code};", Languages.CSharp, call.Scope);
    }

    private static async Task DeclareAsync(DirectiveCall call, string name, object? value, string type)
    {
        var place = SharedValues.Add(value);
        try
        {
            await DeclareByCodeAsync(call, name, string.Create(
                CultureInfo.InvariantCulture, $"({type})global::FetchLab.Notebooks.{nameof(SharedValues)}.{nameof(SharedValues.Take)}({place})"));
        }
        finally
        {
            SharedValues.Take(place);
        }
    }
}
