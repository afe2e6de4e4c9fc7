using System.Globalization;
using System.Text.RegularExpressions;
using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.Interactive;
using FSharp.Compiler.Tokenization;
using Microsoft.FSharp.Core;

namespace FetchLab.Notebooks;

/// <summary>The F# compiler's interactive session, as cells use it.</summary>
internal sealed partial class FSharpSession : IDisposable
{
    // What .NET Interactive's F# cells have without an open of their own; Kernel is what every cell can call.
    private const string Prelude = """
        open System
        open System.Text
        open System.Threading.Tasks
        open System.Linq
        open type Microsoft.DotNet.Interactive.Kernel
        """;

    private readonly SessionAssemblies _assemblies;
    private readonly string _folder;
    private readonly FSharpLoads _loads;
    private readonly HashSet<string> _referenced = [.. EngineAssemblies.Shared.Select(assembly => assembly.Location)];
    private readonly Shell.FsiEvaluationSession _session;
    private int _running;

    /// <summary>Starts it: takes a second, and as long again where nothing of the compiler is compiled ahead of time.</summary>
    public FSharpSession(SessionAssemblies assemblies, string folder)
    {
        (_assemblies, _folder, _loads) = (assemblies, folder, new(assemblies));
        string[] arguments =
        [
            "fsi", "--noninteractive", "--nologo", "--quiet", "--gui-", "--readline-",
            // So that a trace has the cell's lines, and no call is left out of it.
            "--debug+", "--optimize-",
            $"-I:{folder}",
            .. EngineAssemblies.Shared.Where(assembly => assembly != typeof(Unit).Assembly).Select(assembly => $"-r:{assembly.Location}"),
        ];
        _session = Shell.FsiEvaluationSession.Create(
            Shell.FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, TextWriter.Null, null, null);
        Evaluate(Prelude, "start", CancellationToken.None);
    }

    /// <summary>Runs code on the calling thread, and puts out the value of its last expression.</summary>
    /// <exception cref="LanguageErrorException">It failed.</exception>
    public void Run(string code, LanguageCell cell)
    {
        if (PackageDirective().IsMatch(code))
            throw new NotebookException("""#r "nuget: …" works in C# cells; what they add, F# cells can open, too.""");
        // A second evaluation beside one that was given up would lose what either declares.
        if (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
            throw new NotebookException("fsharp is still busy with a cell that was interrupted; restart the kernel to end it.");
        try
        {
            Reference();
            if (Evaluate(code, cell.Name, cell.Stopping) is { } value && Shows(value))
                cell.Put(new ResultOutput(FSharpFormatter.Format(value.ReflectionValue, value.ReflectionType)));
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <exception cref="NotebookException">There is no such variable.</exception>
    public object? Get(string name)
    {
        using var loading = _loads.Begin();
        return _session.TryFindBoundValue(name) is { } found ? found.Value.Value.ReflectionValue : throw Missing(name);
    }

    /// <exception cref="NotebookException">F# cannot have a variable of that name.</exception>
    public void Set(string name, object? value)
    {
        if (FSharpKeywords.NormalizeIdentifierBackticks(name) != name)
            throw new NotebookException($"'{name}' is no name for an F# variable; try 'answers'.");
        Reference();
        var type = FSharpTypeName.Of(value);
        try
        {
            Declare(name, type, value);
        }
        catch (LanguageErrorException) when (type != FSharpTypeName.Object)
        {
            // Of an assembly that no cell has referenced.
            Declare(name, FSharpTypeName.Object, value);
        }
    }

    /// <summary>Reads code where the cells so far have left off, without running it.</summary>
    public (FSharpParseFileResults Parsed, FSharpCheckFileResults Checked) Check(string code)
    {
        Reference();
        using var loading = _loads.Begin();
        var (parsed, result, _) = _session.ParseAndCheckInteraction(code, FSharpOption<bool>.Some(false));
        return (parsed, result);
    }

    public void Dispose() => ((IDisposable)_session).Dispose();

    public static NotebookException Missing(string name) => new($"F# has no variable '{name}'; a cell such as  let {name} = 1  makes one.");

    // A task without a result, which somebody forgot to wait for, is none; nor is what a function without a result returns.
    private static bool Shows(Shell.FsiValue value) =>
        value.ReflectionType != typeof(Unit) && value.ReflectionType != typeof(Task) && value.ReflectionType != typeof(void);

    // The compiler's own way to add a value takes its System.Int32 for another type than F# code's: nothing could be added to it.
    private void Declare(string name, string type, object? value) => Evaluate(
        string.Create(CultureInfo.InvariantCulture, $"let {name} = unbox<{type}> (FetchLab.Notebooks.SharedValues.Take {SharedValues.Add(value)})"),
        "share",
        CancellationToken.None);

    // What cells have referenced since the last time.
    private void Reference()
    {
        var added = _assemblies.Files.Where(_referenced.Add).ToList();
        if (added.Count > 0) Evaluate(string.Join('\n', added.Select(file => $"#r @\"{file}\"")), "references", CancellationToken.None);
    }

    private Shell.FsiValue? Evaluate(string code, string name, CancellationToken cancellationToken)
    {
        using var loading = _loads.Begin();
        // With ';;' an interaction would end, and the rest of the cell would be passed over.
        var (result, diagnostics) = _session.EvalInteractionNonThrowing(
            EndOfInteraction().Replace(code, "  "), Path.Combine(_folder, name), FSharpOption<CancellationToken>.Some(cancellationToken));
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity.IsError).ToList();
        if (errors.Count > 0) throw FSharpErrors.Of(errors);
        return result switch
        {
            FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice1Of2 { Item: { } value } => value.Value,
            FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice2Of2 { Item: { } error } => throw FSharpErrors.Of(error),
            _ => null,
        };
    }

    [GeneratedRegex(@";;(?=[ \t]*\r?$)", RegexOptions.Multiline)]
    private static partial Regex EndOfInteraction();

    [GeneratedRegex(@"^\s*#r\s+@?""+\s*nuget\s*:", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PackageDirective();
}
