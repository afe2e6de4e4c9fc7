using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchLab.Notebooks;

/// <summary>The variables of the cell tagged <c>parameters</c>, and how to override them.</summary>
public sealed class NotebookParameters
{
    /// <summary>The tag of the cell that holds them.</summary>
    internal const string Tag = "parameters";

    private const string InjectedTag = "injected-parameters";

    private readonly Notebook _notebook;
    private readonly string _name;
    private readonly NotebookCell? _cell;
    private readonly Dictionary<string, Parameter> _parameters;

    /// <param name="notebook">The notebook.</param>
    /// <param name="name">What to call it in an error.</param>
    public NotebookParameters(Notebook notebook, string name)
    {
        (_notebook, _name) = (notebook, name);
        _cell = notebook.CodeCells.FirstOrDefault(cell => cell.Tags.Contains(Tag));
        _parameters = _cell is null ? [] : Declared(_cell.Source);
    }

    /// <summary>The parameters' names, in the order of the cell.</summary>
    public IReadOnlyCollection<string> Names => _parameters.Keys;

    /// <summary>
    /// Puts a cell after the parameters that gives some of them other values. The notebook's own cell stays as it is, so
    /// that the executed edition shows both.
    /// </summary>
    /// <exception cref="NotebookException">There is no such parameter, or the value does not fit its type.</exception>
    public void Override(IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0) return;
        if (_cell is null) throw new NotebookException($"{_name} has no cell tagged '{Tag}', so there is no '{values.Keys.First()}' to set.");
        var lines = values.Select(value => $"{value.Key} = {Literal(value.Key, value.Value)};");
        var place = _notebook.Cells.ToList().IndexOf(_cell) + 1;
        _notebook.Insert(place, NotebookCell.Code(string.Join('\n', lines), InjectedTag, InjectedTag));
    }

    private string Literal(string name, string value) => _parameters.TryGetValue(name, out var parameter)
        ? parameter.Literal(value)
            ?? throw new NotebookException($"parameter {name} of {_name} must be {parameter.Kind}, but was '{value}'; try {name}={parameter.Default}.")
        : throw new NotebookException($"{_name} has no parameter '{name}'; it has {string.Join(", ", Names)}.");

    private static Dictionary<string, Parameter> Declared(string source) => CSharpSyntaxTree
        .ParseText(source, new CSharpParseOptions(kind: SourceCodeKind.Script))
        .GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>()
        .SelectMany(field => field.Declaration.Variables, (field, variable) =>
            new Parameter(variable.Identifier.Text, field.Declaration.Type.ToString(), variable.Initializer?.Value.ToString() ?? ""))
        .ToDictionary(parameter => parameter.Name);

    private sealed record Parameter(string Name, string Type, string Default)
    {
        private string TypeName => Type != "var" ? Type : Default switch
        {
            "true" or "false" => "bool",
            ['"', ..] => "string",
            _ when int.TryParse(Default, CultureInfo.InvariantCulture, out _) => "int",
            _ => "double",
        };

        public string Kind => TypeName switch
        {
            "bool" => "true or false",
            "string" => "a text",
            "int" or "long" => "a whole number",
            "double" => "a number",
            var other => $"left alone, as its type {other} cannot be set from outside",
        };

        /// <summary>The value as C#; null if it does not fit.</summary>
        public string? Literal(string value) => TypeName switch
        {
            "bool" => value is "true" or "false" ? value : null,
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture) : null,
            "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture) + "L" : null,
            "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number.ToString("R", CultureInfo.InvariantCulture) + "d" : null,
            _ => null,
        };
    }
}
