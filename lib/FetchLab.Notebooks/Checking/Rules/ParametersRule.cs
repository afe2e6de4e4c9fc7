using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>The knobs stand in one cell, and a tool can give each another value: see <see cref="NotebookParameters"/>.</summary>
internal sealed class ParametersRule : INotebookRule
{
    private static readonly HashSet<string> _types = ["int", "long", "double", "bool", "string", "var"];

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var cells = notebook.Tagged(NotebookParameters.Tag);
        if (cells.Count == 0)
            yield return CheckedNotebook.OfAll("no code cell is tagged 'parameters'", "tag the one with the knobs");
        foreach (var second in cells.Skip(1))
            yield return notebook.At(second, "a second cell is tagged 'parameters'", "keep all knobs in one cell");
        foreach (var cell in cells)
        {
            foreach (var other in Statements(cell.Source).Where(statement => !IsKnob(statement)))
                yield return notebook.At(cell, $"'{other.ToString().Split('\n')[0]}' cannot be set from outside", "declare knobs alone, such as 'int workers = 10;'");
        }
    }

    private static SyntaxList<MemberDeclarationSyntax> Statements(string source) =>
        ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, new(kind: SourceCodeKind.Script)).GetRoot()).Members;

    private static bool IsKnob(MemberDeclarationSyntax statement) =>
        statement is FieldDeclarationSyntax { Declaration: var knobs }
        && _types.Contains(knobs.Type.ToString())
        && knobs.Variables.All(knob => IsLiteral(knob.Initializer?.Value));

    private static bool IsLiteral(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative => IsLiteral(negative.Operand),
        _ => value is LiteralExpressionSyntax,
    };
}
