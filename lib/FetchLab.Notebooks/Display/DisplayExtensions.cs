using FetchLab.Notebooks;
using Microsoft.DotNet.Interactive;

// In this namespace so that no cell needs a using, as in .NET Interactive.
namespace System;

/// <summary>Shows any value from where it stands: <c>value.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <inheritdoc cref="Kernel.display"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows a text as content of one MIME type, such as <c>text/markdown</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => new(new MimeBundle(mimeType, value), [mimeType]);

    /// <summary>Shows a sequence as a table: a row an item, a column a property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) =>
        new(ValueFormatter.FormatTable(value), mimeTypes);
}
