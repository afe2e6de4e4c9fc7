using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>Submissions, one after the other, that mean the same when they are read as one.</summary>
/// <remarks>To look a name up costs as much as there are submissions; hundreds of them make completion wait.</remarks>
internal sealed class SubmissionBlock(int place, CSharpCompilation first, SubmissionNames names)
{
    // By place, not by count: a submission that no longer matters then changes its own block and no other.
    private const int Width = 32;

    private readonly List<CSharpCompilation> _submissions = [first];
    private readonly HashSet<string> _names = [.. names.Declared.Select(declared => declared.Name), .. names.Needed];

    public CSharpCompilation First => _submissions[0];

    /// <summary>Takes one more submission, unless it has a name that stands for something else in this block.</summary>
    public bool TryAdd(int index, CSharpCompilation submission, SubmissionNames next)
    {
        if (index / Width != place / Width || !IsPlain(First) || !IsPlain(submission)) return false;
        if (next.Declared.Any(declared => _names.Contains(declared.Name))) return false;
        _submissions.Add(submission);
        _names.UnionWith(next.Declared.Select(declared => declared.Name));
        _names.UnionWith(next.Needed);
        return true;
    }

    public bool IsSameAs(SubmissionBlock other) => _submissions.SequenceEqual(other._submissions);

    /// <summary>Its source. Of several submissions, what they declare.</summary>
    public SyntaxNode Source()
    {
        // The last tree is the cell's own; what it loads stands before it, and comes by its #load again.
        if (_submissions.Count == 1) return First.SyntaxTrees[^1].GetRoot();
        var roots = _submissions.Select(submission => submission.SyntaxTrees[^1].GetCompilationUnitRoot()).ToList();
        return SyntaxFactory.CompilationUnit(
            default,
            [.. roots.SelectMany(root => root.Usings).DistinctBy(directive => directive.ToString()).Select(OnItsOwnLine)],
            default,
            [.. roots.SelectMany(root => root.Members).Where(SubmissionNames.Declares).Select(Finish).Select(OnItsOwnLine)]);
    }

    private static bool IsPlain(CSharpCompilation submission)
    {
        if (submission.SyntaxTrees is not [var tree] || tree.GetRoot() is not CompilationUnitSyntax root) return false;
        return !root.ContainsDirectives && root.Externs.Count == 0 && root.AttributeLists.Count == 0
            && root.Usings.All(directive => directive.Alias is null);
    }

    // The last expression of a cell may have no semicolon.
    private static MemberDeclarationSyntax Finish(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement } whole
            ? whole.WithStatement(statement.WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)))
            : member;

    private static T OnItsOwnLine<T>(T node) where T : SyntaxNode =>
        node.WithTrailingTrivia(node.GetTrailingTrivia().Add(SyntaxFactory.LineFeed));
}
