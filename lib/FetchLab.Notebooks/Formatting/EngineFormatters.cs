using System.Reflection;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace FetchLab.Notebooks;

/// <summary>The formatters that replace poor ones of the formatting package: tables, exceptions, and plain text for single words.</summary>
internal static class EngineFormatters
{
    // A notebook that resets the formatters wants those that it began with, and the package knows only its own. It says when, though not to all.
    static EngineFormatters() => typeof(Formatter)
        .GetEvent("Clearing", BindingFlags.Static | BindingFlags.NonPublic)!
        .GetAddMethod(nonPublic: true)!
        .Invoke(null, [(Action)Register]);

    public static void Register()
    {
        Formatter.Register<Table>((table, writer) => writer.Write(TableHtml.Of(table)), MimeTypes.Html);
        Formatter.Register<Table>((table, writer) => writer.Write(TableText.Of(table)), MimeTypes.Plain);

        Formatter.Register<DataFrame>((frame, writer) => writer.Write(TableHtml.Of(Table.Of(frame))), MimeTypes.Html);
        Formatter.Register<DataFrame>((frame, writer) => writer.Write(TableText.Of(Table.Of(frame))), MimeTypes.Plain);

        Formatter.Register<InstalledPackages>((packages, writer) => writer.Write(packages.Html), MimeTypes.Html);
        Formatter.Register<InstalledPackages>((packages, writer) => writer.Write(packages.Text), MimeTypes.Plain);

        Formatter.Register<LaTeXString>((latex, writer) => writer.Write(latex), MimeTypes.Latex);
        Formatter.Register<LaTeXString>((latex, writer) => writer.Write(latex), MimeTypes.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(LaTeXString), MimeTypes.Latex);

        Text<Uri>(address => address.OriginalString);
        Text<Version>(version => version.ToString());
        Text<Exception>(ErrorText.Of);
        // Of a function all that can be read is its type; the package shows 50 KB of reflection.
        Text<Delegate>(function => TypeName.Of(function.GetType()));

        foreach (var scalar in Scalars.All) Formatter.SetPreferredMimeTypesFor(scalar, MimeTypes.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(Enum), MimeTypes.Plain);
    }

    private static void Text<T>(Func<T, string> text)
    {
        Formatter.Register(text, MimeTypes.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(T), MimeTypes.Plain);
    }
}
