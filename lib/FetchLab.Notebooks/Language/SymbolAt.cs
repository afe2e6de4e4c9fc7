using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>Finds the symbol that a position names, or those that it may mean: all methods of that name, until a call's arguments say which.</summary>
internal static class SymbolAt
{
    public static IReadOnlyList<ISymbol> Find(SemanticModel model, SyntaxNode root, int position, CancellationToken cancellationToken)
    {
        // A cursor right behind a name means the name.
        if (TokenAt(root, position) is not { Parent: { } node } token) return [];
        if (model.GetDeclaredSymbol(node, cancellationToken) is { } declared && IsNameOf(token, declared)) return [declared];
        if (node is PredefinedTypeSyntax predefined) return Known(model.GetTypeInfo(predefined, cancellationToken).Type);
        if (node is not SimpleNameSyntax name) return [];
        if (name.IsVar) return Known(model.GetTypeInfo(name, cancellationToken).Type);

        var info = model.GetSymbolInfo(Whole(name), cancellationToken);
        if (info.Symbol is { } symbol) return Known(symbol);
        // The simplest first.
        var candidates = info.CandidateSymbols.Length > 0 ? info.CandidateSymbols : model.GetMemberGroup(name, cancellationToken);
        return [.. candidates.SelectMany(Known).OrderBy(candidate => candidate is IMethodSymbol method ? method.Arity : 0)];
    }

    private static ISymbol[] Known(ISymbol? symbol) => symbol is null or IErrorTypeSymbol ? [] : [symbol];

    private static SyntaxToken? TokenAt(SyntaxNode root, int position) => new[] { position, position - 1 }
        .Where(place => place >= 0 && place < root.FullSpan.End)
        .Select(place => root.FindToken(place))
        .Where(token => token.Span.Start <= position && position <= token.Span.End)
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax)
        .Select(token => (SyntaxToken?)token)
        .FirstOrDefault();

    private static bool IsNameOf(SyntaxToken token, ISymbol declared) =>
        token.ValueText == declared.Name || declared is IMethodSymbol { MethodKind: MethodKind.Constructor };

    // An attribute's or a new object's name stands for the constructor that it calls.
    private static SyntaxNode Whole(SimpleNameSyntax name) => name.Parent switch
    {
        AttributeSyntax attribute => attribute,
        ObjectCreationExpressionSyntax { ArgumentList: not null } creation when creation.Type == name => creation,
        _ => name,
    };
}
