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

    /// <summary>Compiles and runs one submission.</summary>
    /// <param name="code">C# script.</param>
    /// <param name="name">What stack traces call it.</param>
    /// <param name="folder">Where the relative paths in it start.</param>
    /// <returns>The value of its last expression, and whether it has one.</returns>
    /// <exception cref="CompilationFailedException">The code does not compile; the chain is as it was.</exception>
    public async Task<(bool HasValue, object? Value)> RunAsync(string code, string name, string folder)
    {
        // The encoding is what makes the compiler embed a checksum and so a place in stack traces.
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), _parsing, path: name);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"Cell-{++_number}",
            tree,
            // Later submissions inherit them; given to each, a long session grows without bound.
            _previous is null ? [.. SessionAssemblies.Initial, .. _added] : _added,
            Options(folder),
            _previous,
            returnType: typeof(object));

        if (Emit(compilation) is not { } run) return (false, null); // Usings alone: nothing to run.
        var value = await run(_states);
        return (HasValue(compilation, tree), value);
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

    private Func<object?[], Task<object?>>? Emit(CSharpCompilation compilation)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: _emit);
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
