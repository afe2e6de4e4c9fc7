using System.Globalization;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>A cell that does not compile: a line for each error, each with its place in the cell.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors) : Exception(Summary(errors))
{
    private const int MostErrors = 10;

    /// <summary>Each error as <c>cell 3(2,5): CS0103: …</c>, in the order of the source.</summary>
    public IReadOnlyList<string> Lines { get; } =
    [
        .. errors.OrderBy(error => error.Location.SourceSpan.Start).Take(MostErrors).Select(Describe),
        .. errors.Count > MostErrors ? [string.Create(CultureInfo.InvariantCulture, $"… {errors.Count - MostErrors} more errors")] : (string[])[],
    ];

    private static string Summary(IReadOnlyList<Diagnostic> errors)
    {
        var first = Describe(errors.MinBy(error => error.Location.SourceSpan.Start)!);
        return errors.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} (and {errors.Count - 1} more)");
    }

    private static string Describe(Diagnostic error)
    {
        var place = error.Location.GetMappedLineSpan();
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        return place.IsValid
            ? string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {error.Id}: {message}")
            : $"{error.Id}: {message}";
    }
}
