using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>The headings in a Markdown cell.</summary>
internal static partial class Headings
{
    /// <summary>Their levels, in their order: 1 for <c>#</c>. A line of a code fence is no heading.</summary>
    public static IReadOnlyList<int> In(NotebookCell cell) => cell.IsMarkdown
        ? [.. Heading().Matches(Fence().Replace(cell.Source, "")).Select(heading => heading.Groups[1].Length)]
        : [];

    /// <summary>The text without its headings and code.</summary>
    public static string Without(string source) => Heading().Replace(Fence().Replace(source, ""), "");

    [GeneratedRegex("^(#{1,6}) .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
