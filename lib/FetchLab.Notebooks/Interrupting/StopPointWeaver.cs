using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace FetchLab.Notebooks;

/// <summary>Puts stop points into the compiled code of a cell: one where a method is entered, one where a branch goes back.</summary>
/// <remarks>
/// Into what was compiled, not into the source: places in errors stay true, expression trees stay what they are, and no
/// construct of the language is forgotten. Roslyn's own instrumentation for this purpose also replaces every
/// <see cref="CancellationToken"/> that the cell passes on by one of the host's, which a course on cancellation cannot have.
/// </remarks>
internal static class StopPointWeaver
{
    private static readonly MethodInfo _pass = typeof(StopPoints).GetMethod(nameof(StopPoints.Pass))!;
    private static readonly MethodInfo _enter = typeof(StopPoints).GetMethod(nameof(StopPoints.Enter))!;

    /// <summary>Whether code can run for long by itself. Most cells only call what is there already, and are compiled faster so.</summary>
    public static bool CanRunOn(IEnumerable<SyntaxTree> trees) => trees.Any(tree => tree.GetRoot().DescendantNodes().Any(node => node
        is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or GotoStatementSyntax
        or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax));

    /// <summary>Rewrites an assembly and its debug information.</summary>
    /// <param name="code">A portable executable.</param>
    /// <param name="symbols">Its portable debug information.</param>
    /// <returns>The same code, with stop points, and its debug information.</returns>
    public static (MemoryStream Code, MemoryStream Symbols) Weave(Stream code, Stream symbols)
    {
        using var module = ModuleDefinition.ReadModule(code, new ReaderParameters
        {
            ReadSymbols = true, SymbolStream = symbols, SymbolReaderProvider = new PortablePdbReaderProvider(),
        });
        var (pass, enter) = (module.ImportReference(_pass), module.ImportReference(_enter));
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)) Weave(method, pass, enter);

        var (wovenCode, wovenSymbols) = (new MemoryStream(), new MemoryStream());
        module.Write(wovenCode, new WriterParameters
        {
            WriteSymbols = true, SymbolStream = wovenSymbols, SymbolWriterProvider = new PortablePdbWriterProvider(),
        });
        // The writer closes what it wrote to.
        return (new(wovenCode.ToArray()), new(wovenSymbols.ToArray()));
    }

    private static void Weave(MethodDefinition method, MethodReference pass, MethodReference enter)
    {
        var body = method.Body;
        var back = body.Instructions.Where(GoesBack).ToList();
        var enters = CanStopAtEntry(method);
        if (back.Count == 0 && !enters) return;

        body.SimplifyMacros(); // Short branches may no longer reach.
        foreach (var branch in back) InsertBefore(body, branch, pass);
        if (enters) InsertAtEntry(method, enter);
        body.OptimizeMacros();
    }

    private static bool GoesBack(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => target.Offset <= instruction.Offset,
        Instruction[] targets => targets.Any(target => target.Offset <= instruction.Offset),
        _ => false,
    };

    // What an async method throws outside its try block would reach nobody, and what the making of its state machine throws would
    // have no line; a type whose static constructor threw once is lost.
    private static bool CanStopAtEntry(MethodDefinition method) =>
        method is not { IsConstructor: true, IsStatic: true }
        && !method.DeclaringType.Interfaces.Any(face => face.InterfaceType.Name == "IAsyncStateMachine");

    // Before a try block that begins there, and at the line of what was first.
    private static void InsertAtEntry(MethodDefinition method, MethodReference call)
    {
        var first = method.Body.Instructions[0];
        var entry = Instruction.Create(OpCodes.Call, call);
        method.Body.GetILProcessor().InsertBefore(first, entry);
        if (method.DebugInformation.GetSequencePoint(first) is not { } place) return;
        method.DebugInformation.SequencePoints.Insert(0, new(entry, place.Document)
        {
            StartLine = place.StartLine, StartColumn = place.StartColumn, EndLine = place.EndLine, EndColumn = place.EndColumn,
        });
    }

    // Whatever branches to the instruction, or begins or ends with it, must meet the call first: the instruction becomes the call.
    private static void InsertBefore(Mono.Cecil.Cil.MethodBody body, Instruction instruction, MethodReference call)
    {
        var moved = Instruction.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (instruction.OpCode, instruction.Operand);
        body.GetILProcessor().InsertAfter(instruction, moved);
        (instruction.OpCode, instruction.Operand) = (OpCodes.Call, call);
    }
}
