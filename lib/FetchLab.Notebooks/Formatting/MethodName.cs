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
        if (FSharpCell().IsMatch(parts[0])) return FSharp([.. parts.Skip(1)]);
        if (parts is [.., var machine, "MoveNext"] && machine.StartsWith('<')) parts.RemoveAt(parts.Count - 1);
        var names = parts.Select(Written).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join('.', names);
    }

    // FSI_0002.check, where the cell is the type and the interaction; <StartupCode$FSI_0002>.$FSI_0002.main@ is a cell's body, and what
    // has a sign in its name is a closure.
    private static string? FSharp(List<string> parts) =>
        parts.Count == 0 || parts.Any(part => part.Contains('@', StringComparison.Ordinal)) ? null : string.Join('.', parts);

    private static string? Written(string part)
    {
        if (LocalFunction().Match(part) is { Success: true } local) return local.Groups[1].Value;
        if (!part.StartsWith('<')) return part;
        return Generated().Match(part) is { Success: true } generated ? generated.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^(<StartupCode\$FSI_\d+>\.\$)?FSI_\d+$")]
    private static partial Regex FSharpCell();

    // <Outer>g__Inner|0_0
    [GeneratedRegex(@"^<.*>g__(\w+)\|")]
    private static partial Regex LocalFunction();

    // <FetchAsync>d__3, <Fetch>b__0; but <<Initialize>>d__0 is a cell's body, and <>c holds lambdas.
    [GeneratedRegex(@"^<(\w+)>[a-z]__")]
    private static partial Regex Generated();
}
