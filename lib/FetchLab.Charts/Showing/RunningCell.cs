namespace FetchLab.Charts;

/// <summary>The cell that is running, on an engine that has one: found by name, so that the library needs no engine.</summary>
internal static class RunningCell
{
    // All engines that descend from one another have these two types.
    private const string Context = "Microsoft.DotNet.Interactive.KernelInvocationContext";
    private const string Kernel = "Microsoft.DotNet.Interactive.Kernel";

    private static readonly Lazy<Type?> _context = new(() => AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetType(Context, throwOnError: false))
        .FirstOrDefault(type => type is not null));

    /// <summary>Cancelled when Stop is pressed; none where there is no cell.</summary>
    public static CancellationToken Stopping =>
        Current is { } cell && cell.GetType().GetProperty(nameof(CancellationToken))?.GetValue(cell) is CancellationToken token
            ? token
            : CancellationToken.None;

    private static object? Current => _context.Value?.GetProperty("Current")?.GetValue(null);

    /// <summary>Shows a value in the cell.</summary>
    /// <returns>What shows another in its place; null where there is no cell, or an engine without such a thing.</returns>
    public static Action<object>? Display(object value)
    {
        if (Current is null)
            return null;
        var display = _context.Value!.Assembly.GetType(Kernel, throwOnError: false)?.GetMethod("display", [typeof(object), typeof(string[])]);
        var update = display?.ReturnType.GetMethod("Update", [typeof(object)]);
        if (update is null)
            return null;
        var shown = display!.Invoke(null, [value, Array.Empty<string>()]);
        return other => update.Invoke(shown, [other]);
    }
}
