using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>
/// Reads <c>await (task)</c> at the top level as what it says. The compiler's script parser does not know that it is in
/// asynchronous code there, and takes the parenthesis for a call of a method named <c>await</c>.
/// </summary>
/// <remarks>Only the tree changes, not a character of its text: every place in the cell stays where it is.</remarks>
internal sealed class TopLevelAwait : CSharpSyntaxRewriter
{
    private TopLevelAwait()
    {
    }

    public static SyntaxTree In(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        return root.DescendantNodes().Any(IsAwait) ? tree.WithRootAndOptions(new TopLevelAwait().Visit(root)!, tree.Options) : tree;
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => node is ExpressionSyntax operand && Find(operand) is { } call
        ? SyntaxFactory.AwaitExpression(Keyword(call), Operand(operand))
        : base.Visit(node);

    // What is awaited goes on behind the parenthesis: await (client).GetAsync(page) waits for the page.
    private ExpressionSyntax Operand(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax call when IsAwait(call) => Parenthesized(call.ArgumentList),
        InvocationExpressionSyntax call => call.WithExpression(Operand(call.Expression)).WithArgumentList((ArgumentListSyntax)Visit(call.ArgumentList)!),
        ElementAccessExpressionSyntax access =>
            access.WithExpression(Operand(access.Expression)).WithArgumentList((BracketedArgumentListSyntax)Visit(access.ArgumentList)!),
        ConditionalAccessExpressionSyntax access =>
            access.WithExpression(Operand(access.Expression)).WithWhenNotNull((ExpressionSyntax)Visit(access.WhenNotNull)!),
        MemberAccessExpressionSyntax access => access.WithExpression(Operand(access.Expression)),
        PostfixUnaryExpressionSyntax postfix => postfix.WithOperand(Operand(postfix.Operand)),
        _ => node,
    };

    private ExpressionSyntax Parenthesized(ArgumentListSyntax list)
    {
        var inner = (ArgumentListSyntax)Visit(list)!;
        return inner.Arguments is [var only]
            ? SyntaxFactory.ParenthesizedExpression(inner.OpenParenToken, only.Expression, inner.CloseParenToken)
            : SyntaxFactory.TupleExpression(inner.OpenParenToken, inner.Arguments, inner.CloseParenToken);
    }

    // The call of await that an expression begins with.
    private static InvocationExpressionSyntax? Find(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax call => IsAwait(call) ? call : Find(call.Expression),
        ElementAccessExpressionSyntax access => Find(access.Expression),
        ConditionalAccessExpressionSyntax access => Find(access.Expression),
        MemberAccessExpressionSyntax access => Find(access.Expression),
        PostfixUnaryExpressionSyntax postfix => Find(postfix.Operand),
        _ => null,
    };

    private static bool IsAwait(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.Text: "await" },
        ArgumentList.Arguments.Count: > 0,
    };

    private static SyntaxToken Keyword(InvocationExpressionSyntax call)
    {
        var name = call.Expression;
        return SyntaxFactory.Token(name.GetLeadingTrivia(), SyntaxKind.AwaitKeyword, name.GetTrailingTrivia());
    }
}
