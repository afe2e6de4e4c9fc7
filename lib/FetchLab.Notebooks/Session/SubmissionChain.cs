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
    private Link? _last;
    private BlankSubmission? _next;
    private object?[] _states = new object?[16];
    private int _number;

    /// <summary>How a submission is read.</summary>
    internal static CSharpParseOptions Parsing => _parsing;

    /// <summary>The last submission that compiled; it leads to the ones before it.</summary>
    internal CSharpCompilation? Last => _last?.Compilation;

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
            foreach (var state in _states.AsSpan(1, _last?.Place ?? 0).ToArray().OfType<object>())
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
        var (blank, previous) = Create(tree, folder);
        var compilation = AllowUnsafe(blank, tree);
        var next = new BlankSubmission(compilation, folder, () => New(tree: null, [], folder, compilation));
        var run = Emit(compilation, previous, cancellationToken);
        _next = next;
        next.Wait(); // What the cell does is not to be disturbed by it.
        if (run is null) return null; // Usings alone: nothing to run.
        return new(() => run(_states), () => HasValue(compilation, tree));
    }

    // A cell that is run again hides all that it declared before, and one that declares nothing has nothing to hide: the
    // chain then does not grow, and with it the time that every later cell takes to look a name up.
    private (CSharpCompilation Compilation, Link? Previous) Create(SyntaxTree tree, string folder)
    {
        var compilation = _last is not null && _added.IsEmpty && _next?.Follows(_last.Compilation, folder) == true
            ? _next.With(tree)
            : After(_last);
        if (_last is not { CanBeLeftOut: true }) return (compilation, _last);

        var previous = _last;
        var declared = SubmissionNames.Of(compilation).Declared;
        while (previous is { CanBeLeftOut: true } && previous.Names.IsHiddenBy(declared)) previous = previous.Previous;
        return previous == _last ? (compilation, previous) : (After(previous), previous);

        // Later submissions inherit references; given to each, a long session grows without bound.
        CSharpCompilation After(Link? link) =>
            New(tree, link is null ? [.. SessionAssemblies.Initial, .. _added] : _added, folder, link?.Compilation);
    }

    private CSharpCompilation New(SyntaxTree? tree, IEnumerable<MetadataReference> references, string folder, CSharpCompilation? previous) =>
        CSharpCompilation.CreateScriptCompilation(
            $"Cell-{Interlocked.Increment(ref _number)}", tree, references, Options(folder), previous, returnType: typeof(object));

    // To allow it marks all that is made of the submission, which takes a twelfth of the time to compile a short one.
    private static CSharpCompilation AllowUnsafe(CSharpCompilation submission, SyntaxTree code) =>
        code.GetCompilationUnitRoot().GetLoadDirectives().Count > 0 || code.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnsafeKeyword))
            ? submission.WithOptions(submission.Options.WithAllowUnsafe(true))
            : submission;

    internal CSharpCompilationOptions Options(string folder) => new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: _usings,
        optimizationLevel: OptimizationLevel.Debug, // So that a trace's line is the cell's line.
        concurrentBuild: false, // A cell is too small to share out: the threads would take longer than the work.
        nullableContextOptions: NullableContextOptions.Annotations,
        sourceReferenceResolver: new SourceFileResolver([], folder),
        metadataReferenceResolver: new SessionReferenceResolver(assemblies, folder),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        metadataImportOptions: MetadataImportOptions.Public);

    private Func<object?[], Task<object?>>? Emit(CSharpCompilation compilation, Link? previous, CancellationToken cancellationToken)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: _emit, cancellationToken: cancellationToken);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new CompilationFailedException(errors);

        var entry = result.Success ? compilation.GetEntryPoint(CancellationToken.None) : null;
        _last = new(compilation, previous, (previous?.Place ?? 0) + (entry is null ? 0 : 1), CarriesReferences: _added.Count > 0);
        _added = [];
        if (entry is null) return null;

        code.Position = symbols.Position = 0;
        var factory = Load(compilation, code, symbols)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        // The submission puts itself into its place when it is made, before its first statement runs.
        if (_last.Place >= _states.Length) Array.Resize(ref _states, _states.Length * 2);
        _states[_last.Place] = null;
        return factory;
    }

    private Assembly Load(CSharpCompilation compilation, MemoryStream code, MemoryStream symbols)
    {
        if (!StopPointWeaver.CanRunOn(compilation.SyntaxTrees)) return assemblies.Load(code, symbols);
        var woven = StopPointWeaver.Weave(code, symbols);
        return assemblies.Load(woven.Code, woven.Symbols);
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

    /// <summary>One submission of the chain.</summary>
    /// <param name="Compilation">It, as it was compiled.</param>
    /// <param name="Previous">The one that it was compiled against.</param>
    /// <param name="Place">Where its variables are, among the states. The first place belongs to a globals object, which there is none of.</param>
    /// <param name="CarriesReferences">Whether later submissions get references by it.</param>
    private sealed record Link(CSharpCompilation Compilation, Link? Previous, int Place, bool CarriesReferences)
    {
        public SubmissionNames Names => SubmissionNames.Of(Compilation);

        public bool CanBeLeftOut => Previous is not null && !CarriesReferences && Compilation.SyntaxTrees is [var tree]
            && tree.GetCompilationUnitRoot() is { Externs.Count: 0 } root && root.GetReferenceDirectives().Count == 0;
    }
}
