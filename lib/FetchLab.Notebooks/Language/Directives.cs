namespace FetchLab.Notebooks;

/// <summary>The directives that can be written in a cell.</summary>
internal static class Directives
{
    /// <summary>Each that does something, with its sign, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. KnownDirectives.Working.Select(directive => directive.Names[0]).Order(StringComparer.Ordinal)];}
