using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>The name that its writer gave to a method that the compiler has renamed.</summary>
internal static partial class MethodName
{
    /// <returns>Such as <c>Crawler.FetchAsync</c>; null for the body of a cell, which has no name of its own.</returns>
    public static string? Of(DiagnosticMethodInfo method)
    {
        // Script+Crawler+<FetchAsync>d__3.MoveNext: the parts between the signs, the generated ones by what they were made from.
        var parts = $"{method.DeclaringTypeName}+{method.Name}".Split('+').ToList();
        if (parts[0] == "Script") parts.RemoveAt(0);
        if (parts is [.., var machine, "MoveNext"] && machine.StartsWith('<')) parts.RemoveAt(parts.Count - 1);
        var names = parts.Select(Written).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join('.', names);
    }

    private static string? Written(string part)
    {
        if (LocalFunction().Match(part) is { Success: true } local) return local.Groups[1].Value;
        if (!part.StartsWith('<')) return part;
        return Generated().Match(part) is { Success: true } generated ? generated.Groups[1].Value : null;
    }

    // <Outer>g__Inner|0_0
    [GeneratedRegex(@"^<.*>g__(\w+)\|")]
    private static partial Regex LocalFunction();

    // <FetchAsync>d__3, <Fetch>b__0; but <<Initialize>>d__0 is a cell's body, and <>c holds lambdas.
    [GeneratedRegex(@"^<(\w+)>[a-z]__")]
    private static partial Regex Generated();
}
