using System.Globalization;
using FSharp.Compiler.Diagnostics;

namespace FetchLab.Notebooks;

/// <summary>What went wrong in F# code, short.</summary>
internal static class FSharpErrors
{
    private const int MostErrors = 10;

    /// <summary>Code that does not compile: a line for each error, each with its place in the cell.</summary>
    public static LanguageErrorException Of(IReadOnlyList<FSharpDiagnostic> errors)
    {
        var lines = errors.OrderBy(error => error.StartLine).ThenBy(error => error.StartColumn).Select(Describe).Distinct().ToList();
        var more = lines.Count - MostErrors;
        return new(
            "CompileError",
            lines.Count == 1 ? lines[0] : string.Create(CultureInfo.InvariantCulture, $"{lines[0]} (and {lines.Count - 1} more)"),
            [.. lines.Take(MostErrors), .. more > 0 ? [string.Create(CultureInfo.InvariantCulture, $"… {more} more errors")] : (string[])[]]);
    }

    /// <summary>Code that threw, with the places in the cells.</summary>
    public static LanguageErrorException Of(Exception error)
    {
        var cause = ErrorText.Unwrap(error);
        return new(cause.GetType().Name, cause.Message, ErrorText.Lines(error));
    }

    // F# columns begin at 0; of a long explanation the first paragraph is the error.
    private static string Describe(FSharpDiagnostic error) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(error.FileName)}({error.StartLine},{error.StartColumn + 1}): {error.ErrorNumberText}: {FirstSentence(error)}");

    private static string FirstSentence(FSharpDiagnostic error)
    {
        var words = error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        // A value of any type: the compiler lists six ways out, of which none is what a cell's last line needs.
        return error.ErrorNumber == 30 && text.Contains("'it'", StringComparison.Ordinal)
            ? "the type of the cell's last expression cannot be told; name it, as in (failwith \"…\" : int)."
            : text.Split(" Maybe you want")[0]; // Names that look alike, most of them of no use.
    }
}
