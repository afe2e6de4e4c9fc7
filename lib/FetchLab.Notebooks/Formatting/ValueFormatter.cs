using System.Collections;
using Microsoft.DotNet.Interactive.Formatting;

namespace FetchLab.Notebooks;

/// <summary>A value to its representations, through the formatters that notebooks know and register.</summary>
internal static class ValueFormatter
{
    /// <param name="value">The value; null shows as <c>&lt;null&gt;</c>.</param>
    /// <param name="mimeTypes">The representations to make; those that the value's type prefers where none is named.</param>
    public static MimeBundle Format(object? value, params IReadOnlyList<string> mimeTypes)
    {
        if (value is null) return new(MimeTypes.Plain, Formatter.NullString);
        if (value is IEnumerable sequence && !HasFormatterOfItsOwn(value.GetType()) && Table.Of(sequence) is { } table) value = table;
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];
        // A front end that knows none of the others must have something to show.
        return new(wanted.Append(MimeTypes.Plain).Distinct().Select(type => KeyValuePair.Create(type, Text(value, type))));
    }

    /// <summary>A sequence as a table; as any other value where its items have no properties.</summary>
    public static MimeBundle FormatTable(IEnumerable? sequence) =>
        sequence is not null && Table.Of(sequence) is { } table ? Format(table) : Format(sequence);

    // What a notebook has registered for a sequence's type wins over the table.
    private static bool HasFormatterOfItsOwn(Type type) => Formatter.RegisteredFormatters(false).Any(formatter =>
        formatter.Type.IsAssignableFrom(type)
        || (formatter.Type.IsGenericTypeDefinition && type.IsGenericType && type.GetGenericTypeDefinition() == formatter.Type));

    private static string Text(object value, string mimeType) => value is string text && mimeType == MimeTypes.Plain
        ? text
        : Formatter.ToDisplayString(value, mimeType).ReplaceLineEndings("\n");
}
