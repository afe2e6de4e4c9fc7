namespace FetchLab;

public static partial class Lab
{
    // An engine says by this type, which all that descend from one another have, which cell is running.
    private const string EngineType = "Microsoft.DotNet.Interactive.KernelInvocationContext";

    private static readonly Lazy<Type?> _engine = new(() => AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetType(EngineType, throwOnError: false))
        .FirstOrDefault(type => type is not null));

    /// <summary>What ends a run when Stop is pressed: asked at its start. The running cell's token, on an engine that has one.</summary>
    public static Func<CancellationToken> Stopping { get; set; } = CellToken;

    private static CancellationToken CellToken()
    {
        var cell = _engine.Value?.GetProperty("Current")?.GetValue(null);
        return cell?.GetType().GetProperty(nameof(CancellationToken))?.GetValue(cell) is CancellationToken token ? token : CancellationToken.None;
    }
}
