using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>What a submission declares, and the names that its declarations cannot be understood without.</summary>
internal sealed record SubmissionNames(IReadOnlyList<DeclaredName> Declared, IReadOnlySet<string> Needed)
{
    public static SubmissionNames Of(CSharpCompilation submission)
    {
        var members = submission.ScriptClass?.GetMembers().Where(member => member.CanBeReferencedByName) ?? [];
        var roots = submission.SyntaxTrees.Select(tree => tree.GetCompilationUnitRoot()).ToList();
        var usings = roots.SelectMany(root => root.Usings).Select(directive => directive.ToString());
        var declared = members.Select(Declare).Concat(usings.Select(text => new DeclaredName(text, text))).ToList();
        var needed = roots.SelectMany(Needs).Select(name => name.Identifier.ValueText).ToHashSet();
        needed.ExceptWith(declared.Select(name => name.Name));
        return new(declared, needed);
    }

    /// <summary>Whether later submissions see nothing of it any more, once these names are declared too.</summary>
    public bool IsHiddenBy(IReadOnlyList<DeclaredName> later)
    {
        var hidden = later.Select(name => name.Key).ToHashSet();
        return Declared.All(name => name.IsAmong(hidden));
    }

    /// <summary>Whether later submissions see something of it: a statement is run and done, unless it declares a variable on its way.</summary>
    public static bool Declares(MemberDeclarationSyntax member) =>
        member is not GlobalStatementSyntax || member.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any();

    private static DeclaredName Declare(ISymbol member) => new(member.Name, member switch
    {
        IMethodSymbol method => $"{method.Name}`{method.Arity}({string.Join(',', method.Parameters.Select(parameter => parameter.Type))})",
        INamedTypeSymbol { Arity: > 0 } type => type.MetadataName,
        _ => member.Name,
    });

    private static IEnumerable<SimpleNameSyntax> Needs(CompilationUnitSyntax root) => root
        .DescendantNodes(node => node is not MemberDeclarationSyntax member || Declares(member))
        .OfType<SimpleNameSyntax>()
        .Where(name => !name.Ancestors().TakeWhile(ancestor => ancestor is not CompilationUnitSyntax).Any(IsInside));

    // Bodies do not show in what others see of a declaration; nor does a value, except where it gives the type.
    private static bool IsInside(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => !declaration.Type.IsVar,
        _ => false,
    };
}
