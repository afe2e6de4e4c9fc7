namespace FetchLab.Notebooks;

/// <summary>The directives that can be written in a cell.</summary>
internal static class Directives
{
    /// <summary>Each that does something, with its sign, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. KnownDirectives.Working.Select(directive => directive.Names[0]).Order(StringComparer.Ordinal)];

    /// <summary>The language that the lines after a directive are written in; null if it changes none.</summary>
    public static string? Language(string directive) => directive switch
    {
        "#!csharp" or "#!c#" => "csharp",
        "#!html" or "#!javascript" or "#!js" or "#!markdown" or "#!mermaid" => directive[2..],
        // Not here yet, but no C# either.
        "#!fsharp" or "#!f#" or "#!pwsh" or "#!powershell" or "#!sql" or "#!kql" or "#!value" => directive[2..],
        _ => null,
    };
}
