using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>What a submission declares, and the names that its declarations cannot be understood without.</summary>
internal sealed class SubmissionNames
{
    // Every cell asks for its own and for those of the cell before.
    private static readonly ConditionalWeakTable<CSharpCompilation, SubmissionNames> _known = [];

    private readonly Lazy<IReadOnlySet<string>> _needed;

    private SubmissionNames(CSharpCompilation submission)
    {
        var members = submission.ScriptClass?.GetMembers().Where(member => member.CanBeReferencedByName) ?? [];
        var roots = submission.SyntaxTrees.Select(tree => tree.GetCompilationUnitRoot()).ToList();
        var usings = roots.SelectMany(root => root.Usings).Select(directive => directive.ToString());
        Declared = [.. members.Select(Declare), .. usings.Select(text => new DeclaredName(text, text))];
        _needed = new(() => roots.SelectMany(Needs).Select(name => name.Identifier.ValueText)
            .Except(Declared.Select(name => name.Name)).ToHashSet());
    }

    public IReadOnlyList<DeclaredName> Declared { get; }

    /// <summary>Looked for when completion asks: to run a cell it is not needed.</summary>
    public IReadOnlySet<string> Needed => _needed.Value;

    public static SubmissionNames Of(CSharpCompilation submission) => _known.GetValue(submission, static submission => new(submission));

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
