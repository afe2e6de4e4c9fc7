using System.Collections;
using System.Net;
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
        var isUsual = IsPage(mimeTypes) && !HasFormatterOfItsOwn(value.GetType());
        if (isUsual && mimeTypes.Count == 0 && PackageFormatters.Of(value) is { } bundle) return bundle;
        if (isUsual && value is IEnumerable sequence && Table.Of(sequence) is { } table) value = table;
        if (isUsual && !mimeTypes.Contains(MimeTypes.Html) && FSharpText.Fits(value.GetType())) return new(MimeTypes.Plain, FSharpText.Of(value));
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];
        // A front end that knows none of the others must have something to show.
        return new(wanted.Append(MimeTypes.Plain).Distinct().Select(type => KeyValuePair.Create(type, Text(value, type))));
    }

    /// <summary>A sequence as a table; as any other value where its items have no properties.</summary>
    public static MimeBundle FormatTable(IEnumerable? sequence) =>
        sequence is not null && Table.Of(sequence) is { } table ? Format(table) : Format(sequence);

    /// <summary>Whether a notebook has registered a formatter for a type: it wins over the engine's table.</summary>
    public static bool HasFormatterOfItsOwn(Type type) => Formatter.RegisteredFormatters(false).Any(formatter => Fits(formatter, type));

    /// <inheritdoc cref="HasFormatterOfItsOwn"/>
    public static bool HasHtmlOfItsOwn(Type type) =>
        Formatter.RegisteredFormatters(false).Any(formatter => formatter.MimeType == MimeTypes.Html && Fits(formatter, type));

    // A table shows as a table and as text; as JSON, say, the rows are what they are.
    private static bool IsPage(IReadOnlyList<string> mimeTypes) => mimeTypes.All(type => type is MimeTypes.Html or MimeTypes.Plain);

    private static bool Fits(ITypeFormatter formatter, Type type) =>
        formatter.Type.IsAssignableFrom(type)
        || (formatter.Type.IsGenericTypeDefinition && type.IsGenericType && type.GetGenericTypeDefinition() == formatter.Type);

    private static string Text(object value, string mimeType)
    {
        if (value is string text && mimeType == MimeTypes.Plain) return text;
        try
        {
            return Formatter.ToDisplayString(value, mimeType).ReplaceLineEndings("\n");
        }
        catch (Exception error) when (IsPage([mimeType]) && ErrorText.Unwrap(error) is NotImplementedException or NotSupportedException)
        {
            // It cannot be taken apart, as Newtonsoft's JObject, which has members that it does not implement.
            var whole = value.ToString() ?? "";
            return mimeType == MimeTypes.Html ? $"<pre>{WebUtility.HtmlEncode(whole)}</pre>" : whole;
        }
    }
}
