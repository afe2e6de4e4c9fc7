using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>The call whose parentheses a position is in.</summary>
/// <param name="Overloads">All that could be called, those with the fewest parameters first.</param>
/// <param name="Current">The one that the arguments fit.</param>
/// <param name="Argument">The argument that the position is in, from 0.</param>
internal sealed record OpenCall(IReadOnlyList<ISymbol> Overloads, ISymbol Current, int Argument)
{
    public static OpenCall? Find(SemanticModel model, SyntaxNode root, int position, CancellationToken cancellationToken)
    {
        var token = root.FindToken(Math.Max(position - 1, 0));
        while (token.SpanStart >= position && token.SpanStart > 0) token = token.GetPreviousToken();
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (Arguments(node) is not var (open, close, commas) || position <= open.SpanStart) continue;
            if (!close.IsMissing && position > close.SpanStart) continue;
            var argument = commas.Count(comma => comma.SpanStart < position);
            var overloads = Callable(model, node.Parent!, cancellationToken).OrderBy(symbol => SymbolText.Parameters(symbol).Length).ToList();
            if (overloads.Count == 0) continue;
            var info = model.GetSymbolInfo(node.Parent!, cancellationToken);
            // With the last arguments missing, none fits: then the shortest that has a place for this one.
            var current = overloads.FirstOrDefault(symbol => Is(symbol, info.Symbol))
                ?? overloads.FirstOrDefault(symbol => SymbolText.ParameterAt(symbol, argument) is not null)
                ?? overloads[0];
            return new(overloads, current, argument);
        }

        return null;
    }

    private static (SyntaxToken Open, SyntaxToken Close, IEnumerable<SyntaxToken> Commas)? Arguments(SyntaxNode node) => node switch
    {
        ArgumentListSyntax list => (list.OpenParenToken, list.CloseParenToken, list.Arguments.GetSeparators()),
        BracketedArgumentListSyntax list => (list.OpenBracketToken, list.CloseBracketToken, list.Arguments.GetSeparators()),
        AttributeArgumentListSyntax list => (list.OpenParenToken, list.CloseParenToken, list.Arguments.GetSeparators()),
        _ => null,
    };

    private static IEnumerable<ISymbol> Callable(SemanticModel model, SyntaxNode call, CancellationToken cancellationToken) => call switch
    {
        InvocationExpressionSyntax invocation => Called(model, invocation.Expression, cancellationToken),
        ElementAccessExpressionSyntax access when model.GetTypeInfo(access.Expression, cancellationToken).Type is { } type =>
            Indexers(type).Where(indexer => model.IsAccessible(access.SpanStart, indexer)),
        BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol type =>
            type.InstanceConstructors.Where(constructor => model.IsAccessible(creation.SpanStart, constructor)),
        AttributeSyntax attribute => model.GetMemberGroup(attribute, cancellationToken),
        ConstructorInitializerSyntax initializer => model.GetMemberGroup(initializer, cancellationToken),
        _ => [],
    };

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            foreach (var indexer in type.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer)) yield return indexer;
    }

    private static ImmutableArray<ISymbol> Called(SemanticModel model, ExpressionSyntax called, CancellationToken cancellationToken)
    {
        var group = model.GetMemberGroup(called, cancellationToken);
        if (group.Length > 0) return group;
        return model.GetTypeInfo(called, cancellationToken).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
    }

    private static bool Is(ISymbol symbol, ISymbol? other) =>
        SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, other?.OriginalDefinition);
}
