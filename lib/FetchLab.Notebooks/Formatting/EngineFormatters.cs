using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace FetchLab.Notebooks;

/// <summary>The formatters that replace poor ones of the formatting package: tables, exceptions, and plain text for single words.</summary>
internal static class EngineFormatters
{
    public static void Register()
    {
        Formatter.Register<Table>((table, writer) => writer.Write(TableHtml.Of(table)), MimeTypes.Html);
        Formatter.Register<Table>((table, writer) => writer.Write(TableText.Of(table)), MimeTypes.Plain);

        Formatter.Register<DataFrame>((frame, writer) => writer.Write(TableHtml.Of(Table.Of(frame))), MimeTypes.Html);
        Formatter.Register<DataFrame>((frame, writer) => writer.Write(TableText.Of(Table.Of(frame))), MimeTypes.Plain);

        Formatter.Register<Exception>((error, writer) => writer.Write(ErrorText.Of(error)), MimeTypes.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(Exception), MimeTypes.Plain);

        foreach (var scalar in Scalars.All) Formatter.SetPreferredMimeTypesFor(scalar, MimeTypes.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(Enum), MimeTypes.Plain);
    }
}
