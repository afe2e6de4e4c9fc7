using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Symbols as one line of C#.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat _whole = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    // A type is told with its namespace; inside another signature its name does.
    public static string Of(ISymbol symbol, SemanticModel model, int position) => symbol switch
    {
        INamespaceOrTypeSymbol => symbol.ToDisplayString(_whole),
        _ => symbol.ToMinimalDisplayString(model, position, Format(symbol)),
    };

    /// <summary>A method's or an indexer's signature, with one parameter marked.</summary>
    public static string Call(ISymbol symbol, SemanticModel model, int position, IParameterSymbol? marked)
    {
        var format = Format(symbol);
        var parameters = Parameters(symbol)
            .Select(parameter => (Parameter: parameter, Text: parameter.ToMinimalDisplayString(model, position, format)))
            .Select(entry => entry.Parameter.Equals(marked, SymbolEqualityComparer.Default) ? $"‹{entry.Text}›" : entry.Text);
        var name = symbol.ToMinimalDisplayString(model, position, format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeParameters));
        return symbol is IPropertySymbol
            ? $"{name[..name.LastIndexOf("this", StringComparison.Ordinal)]}this[{string.Join(", ", parameters)}]"
            : $"{name}({string.Join(", ", parameters)})";
    }

    public static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameter that takes an argument; the last one takes all that follow if it is of <c>params</c>.</summary>
    public static IParameterSymbol? ParameterAt(ISymbol symbol, int argument)
    {
        var parameters = Parameters(symbol);
        if (argument < parameters.Length) return parameters[argument];
        return parameters is [.., { IsParams: true } last] ? last : null;
    }

    // What a cell declares is the member of a class that no person has written.
    private static SymbolDisplayFormat Format(ISymbol symbol) => symbol.ContainingType is { IsScriptClass: true }
        ? _whole.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        : _whole;
}
