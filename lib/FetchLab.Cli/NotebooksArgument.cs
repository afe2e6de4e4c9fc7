using System.CommandLine;

namespace FetchLab.Cli;

/// <summary>The notebooks that a verb is about.</summary>
internal sealed class NotebooksArgument : Argument<string[]>
{
    public NotebooksArgument() : base("notebooks")
    {
        Description = "Files, folders or patterns; all of notebooks/ where none is named.";
        Arity = ArgumentArity.ZeroOrMore;
    }

    /// <summary>What was named; the folder of the course where nothing was.</summary>
    public IReadOnlyList<string> Read(ParseResult parsed) =>
        parsed.GetValue(this) is { Length: > 0 } named ? named : RunOptions.Default.Notebooks;
}
