using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary>A value on its way from one language to another, as an object of this process.</summary>
internal static class Sharing
{
    /// <summary>Takes the value of a variable.</summary>
    /// <param name="call">The directive.</param>
    /// <param name="from">The language's own name.</param>
    /// <param name="name">The variable.</param>
    /// <exception cref="NotebookException">There is none, or the language has no variables.</exception>
    public static async Task<object?> TakeAsync(DirectiveCall call, string from, string name)
    {
        if (Languages.IsOfPages(from))
            throw new NotebookException($"{call.Part.Name} {call.Argument}: nothing can be taken from {from}, which runs in the page; share to it instead.");
        if (from != Languages.CSharp) return await call.Runner.Languages.Open(from).GetAsync(name, call.Scope.Run.Stopping);
        return call.Runner.Chain.Variables.FirstOrDefault(variable => variable.Name == name) is { } found
            ? found.Value
            : throw new NotebookException($"{call.Part.Name} {call.Argument}: there is no C# variable '{name}'; #!who lists those that there are.");
    }

    /// <summary>Makes a value a variable of the language in whose code the directive stands.</summary>
    /// <exception cref="NotebookException">The name or the value does not fit.</exception>
    public static async Task GiveAsync(DirectiveCall call, string name, object? value)
    {
        var to = call.Part.Language;
        if (to == Languages.CSharp) await NewVariable.DeclareAsync(call, name, value);
        else if (Languages.IsOfPages(to)) call.Runner.PageValues.Add(name, value);
        else await call.Runner.Languages.Open(to).SetAsync(name, value is PasswordString secret ? secret.GetClearTextPassword() : value, call.Scope.Run.Stopping);
    }
}
