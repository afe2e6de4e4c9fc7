using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace FetchLab.Notebooks;

/// <summary>An exception as its reader needs it: what went wrong, and where in the notebook.</summary>
internal static class ErrorText
{
    private const int MostFrames = 8;

    public static string Of(Exception error) => string.Join('\n', Lines(error));

    /// <summary>The message, then a line for each frame of the notebook and of the libraries that it called.</summary>
    public static IReadOnlyList<string> Lines(Exception error)
    {
        var cause = Unwrap(error);
        // By this attribute an exception says that its message is all that its reader needs: only the place in the cell is added.
        var saysAll = cause.GetType().IsDefined(typeof(StackTraceHiddenAttribute));
        var lines = new List<string> { saysAll ? cause.Message : $"{cause.GetType().Name}: {cause.Message}" };
        var frames = Frames(cause, cellsOnly: saysAll).Take(MostFrames).ToList();
        // What the compiler makes of an async method is two: only the one with a place tells something.
        lines.AddRange(frames.Where(line => !frames.Any(other => other.StartsWith(line + " in ", StringComparison.Ordinal))));
        if (cause.InnerException is { } inner) lines.Add($"caused by {Unwrap(inner).GetType().Name}: {Unwrap(inner).Message}");
        return lines;
    }

    /// <summary>The exception that tells the most: the inside of reflection's and of a single task's wrappings.</summary>
    public static Exception Unwrap(Exception error) => error switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    private static IEnumerable<string> Frames(Exception error, bool cellsOnly) => new StackTrace(error, fNeedFileInfo: true).GetFrames()
        .Select(frame => (Method: DiagnosticMethodInfo.Create(frame), Frame: frame))
        .Where(entry => entry.Method is { } method && !IsEngine(method) && (!cellsOnly || entry.Frame.GetFileName() is not null))
        .Select(entry => Line(MethodName.Of(entry.Method!), entry.Frame, entry.Method!))
        .OfType<string>()
        .Distinct();

    // Null for a frame of the framework: its names mean nothing to somebody who wrote a cell.
    private static string? Line(string? method, StackFrame frame, DiagnosticMethodInfo info)
    {
        // A cell is a file by its name; of a library's source file the last part is enough.
        var place = frame.GetFileName() is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:line {frame.GetFileLineNumber()}")
            : null;
        return (method, place) switch
        {
            (null, null) => null,
            (null, _) => $"   at {place}",
            (_, null) => IsFramework(info) ? null : $"   at {method}",
            _ => $"   at {method} in {place}",
        };
    }

    private static bool IsEngine(DiagnosticMethodInfo method) =>
        method.DeclaringTypeName?.StartsWith("FetchLab.Notebooks.", StringComparison.Ordinal) == true
        // F#'s library, which has places of its own: they are those of the machine that built it.
        || method.DeclaringAssemblyName?.StartsWith("FSharp.", StringComparison.Ordinal) == true;

    private static bool IsFramework(DiagnosticMethodInfo method) =>
        method.DeclaringAssemblyName is { } name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
