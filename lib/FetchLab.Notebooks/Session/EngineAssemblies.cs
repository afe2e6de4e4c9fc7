using System.Reflection;
using System.Runtime.Loader;

namespace FetchLab.Notebooks;

/// <summary>
/// The assemblies that the engine and its cells must have in common. A second copy would be a second
/// <c>DataFrame</c> type, which the engine's table does not fit and a registered formatter never sees.
/// </summary>
internal static class EngineAssemblies
{
    private static readonly Dictionary<string, Assembly> _byName = Close(
        typeof(EngineAssemblies).Assembly,
        typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly,
        typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly,
        typeof(Microsoft.Data.Analysis.DataFrame).Assembly,
        typeof(Microsoft.FSharp.Core.Unit).Assembly);

    /// <summary>Those that cells can name.</summary>
    public static IEnumerable<Assembly> Shared => _byName.Values;

    /// <summary>The engine's copy of an assembly, whatever version is asked for; null where it is none of the engine's.</summary>
    public static Assembly? Find(string name) => _byName.GetValueOrDefault(name);

    // With what they refer to in their turn, but for the framework, and for the engine's own compiler.
    private static Dictionary<string, Assembly> Close(Assembly engine, params IEnumerable<Assembly> shared)
    {
        var found = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase) { [engine.GetName().Name!] = engine };
        var open = new Queue<Assembly>(shared);
        var folder = Path.GetDirectoryName(engine.Location)!;
        while (open.TryDequeue(out var assembly))
        {
            if (!found.TryAdd(assembly.GetName().Name!, assembly)) continue;
            foreach (var name in assembly.GetReferencedAssemblies())
            {
                // An old reference (FSharp.Core to netstandard, say) must not pull the framework in.
                if (File.Exists(Path.Combine(folder, name.Name + ".dll")))
                    open.Enqueue(AssemblyLoadContext.GetLoadContext(engine)!.LoadFromAssemblyName(new AssemblyName(name.Name!)));
            }
        }

        return found;
    }
}
