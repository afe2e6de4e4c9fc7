using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>What a symbol's author says of it.</summary>
internal sealed record Documentation(string? Summary, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly Documentation _none = new(null, new Dictionary<string, string>());

    public static Documentation Of(ISymbol symbol, Compilation compilation)
    {
        // What a person writes after 'new' is the type; few constructors say more than it does.
        var own = Read(symbol, compilation);
        return own.Summary is null && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Read(symbol.ContainingType, compilation) : own;
    }

    private static Documentation Read(ISymbol symbol, Compilation compilation)
    {
        var original = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        var xml = original.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) xml = DocumentationFiles.Find(original, compilation);
        if (xml is null) return _none;
        try
        {
            var element = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return new(
                DocumentationText.Read(element.Element("summary")),
                element.Elements("param")
                    .Select(parameter => (Name: (string?)parameter.Attribute("name"), Text: DocumentationText.Read(parameter)))
                    .Where(parameter => parameter is { Name: not null, Text: not null })
                    .DistinctBy(parameter => parameter.Name)
                    .ToDictionary(parameter => parameter.Name!, parameter => parameter.Text!));
        }
        catch (System.Xml.XmlException)
        {
            // A comment with a sign that is no XML: the signature alone has to do.
            return _none;
        }
    }
}
