using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace FetchLab.Notebooks;

/// <summary>
/// C# submissions, each compiled against the ones before it. What a submission declared stays, also when it threw half
/// way: the next ones see its variables as it left them.
/// </summary>
internal sealed class SubmissionChain(SessionAssemblies assemblies)
{
    // In use by every notebook of this dialect without a using of its own.
    private static readonly string[] _usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);
    private const BindingFlags _fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly EmitOptions _emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Replaced, never changed: it is read while a cell runs.
    private ImmutableList<MetadataReference> _added = [];
    private CSharpCompilation? _previous;
    private object?[] _states = new object?[16];
    private int _stateCount = 1; // The first place belongs to a globals object, which there is none of.
    private int _number;

    /// <summary>How a submission is read.</summary>
    internal static CSharpParseOptions Parsing => _parsing;

    /// <summary>The last submission that compiled; it leads to the ones before it.</summary>
    internal CSharpCompilation? Last => _previous;

    /// <summary>References that the next submission will be the first to have.</summary>
    internal IReadOnlyList<MetadataReference> Added => _added;

    /// <summary>Makes a reference known to the submissions to come.</summary>
    public void Add(MetadataReference reference)
    {
        if (!_added.Contains(reference)) _added = _added.Add(reference);
    }

    /// <summary>The variables as they are now, in the order of their declaration; of several with one name the latest.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            var found = new OrderedDictionary<string, Variable>(StringComparer.Ordinal);
            foreach (var state in _states[1.._stateCount].OfType<object>())
            {
                // Signs in a name: made by the compiler.
                foreach (var place in state.GetType().GetFields(_fields).Where(made => !made.Name.Contains('<', StringComparison.Ordinal)))
                {
                    found.Remove(place.Name);
                    found.Add(place.Name, new(place.Name, place.FieldType, place.GetValue(state)));
                }
            }

            return [.. found.Values];
        }
    }

    /// <summary>Compiles one submission and loads it.</summary>
    /// <param name="code">C# script.</param>
    /// <param name="name">What stack traces call it.</param>
    /// <param name="folder">Where the relative paths in it start.</param>
    /// <param name="cancellationToken">Gives up; the chain is as it was.</param>
    /// <returns>What to run; null where there is nothing.</returns>
    /// <exception cref="CompilationFailedException">The code does not compile; the chain is as it was.</exception>
    public Submission? Compile(string code, string name, string folder, CancellationToken cancellationToken)
    {
        // The encoding is what makes the compiler embed a checksum and so a place in stack traces.
        var tree = TopLevelAwait.In(CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), _parsing, name, cancellationToken));
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"Cell-{++_number}",
            tree,
            // Later submissions inherit them; given to each, a long session grows without bound.
            _previous is null ? [.. SessionAssemblies.Initial, .. _added] : _added,
            Options(folder),
            _previous,
            returnType: typeof(object));

        if (Emit(compilation, cancellationToken) is not { } run) return null; // Usings alone: nothing to run.
        return new(HasValue(compilation, tree), () => run(_states));
    }

    internal CSharpCompilationOptions Options(string folder) => new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: _usings,
        optimizationLevel: OptimizationLevel.Debug, // So that a trace's line is the cell's line.
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Annotations,
        sourceReferenceResolver: new SourceFileResolver([], folder),
        metadataReferenceResolver: new SessionReferenceResolver(assemblies, folder),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        metadataImportOptions: MetadataImportOptions.Public);

    private Func<object?[], Task<object?>>? Emit(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: _emit, cancellationToken: cancellationToken);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new CompilationFailedException(errors);

        _previous = compilation;
        _added = [];
        if (!result.Success || compilation.GetEntryPoint(CancellationToken.None) is not { } entry) return null;

        code.Position = symbols.Position = 0;
        var factory = assemblies.Load(code, symbols)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        // The submission puts itself into the next place when it is made, before its first statement runs.
        if (++_stateCount > _states.Length) Array.Resize(ref _states, _states.Length * 2);
        return factory;
    }

    // A value: the last statement is an expression without its semicolon, or a return. A task without a result is none.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var last = ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() as GlobalStatementSyntax;
        return last?.Statement switch
        {
            ReturnStatementSyntax { Expression: not null } => true,
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement =>
                compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is var type
                && type is not { SpecialType: SpecialType.System_Void }
                && type?.ToDisplayString() is not "System.Threading.Tasks.Task",
            _ => false,
        };
    }
}
