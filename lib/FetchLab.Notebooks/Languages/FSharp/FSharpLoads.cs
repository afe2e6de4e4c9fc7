using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using FSharp.Compiler.Interactive;

namespace FetchLab.Notebooks;

/// <summary>Lets the code that an F# session has compiled find what it refers to: the very assemblies that C# cells have.</summary>
/// <remarks>
/// The compiler loads each interaction from memory, outside of the session's own context. All are of one name, and their versions
/// begin anew in each session, so that whose code is asking decides. The compiler's own handler would load a second copy of what
/// cells reference: this one must be asked before it.
/// </remarks>
internal sealed class FSharpLoads(SessionAssemblies assemblies)
{
    private const string Name = "FSI-ASSEMBLY";

    private static readonly AsyncLocal<FSharpLoads?> _loading = new();
    private static readonly ConditionalWeakTable<Assembly, FSharpLoads> _owners = [];

    private readonly ConcurrentDictionary<string, Assembly> _own = new(StringComparer.Ordinal);

    static FSharpLoads()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => _loading.Value?.Keep(loaded.LoadedAssembly);
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => OwnerOf(asked.RequestingAssembly)?.Find(asked.Name);
    }

    /// <summary>Whether F# code of some session compiled to it.</summary>
    public static bool IsOwn(Assembly assembly) => _owners.TryGetValue(assembly, out _);

    /// <summary>What is loaded from memory from here on, in this execution context, is this session's.</summary>
    public IDisposable Begin() => new Loading(this);

    // The compiler itself looks at what it has compiled: it asks for the session that it is at work for.
    private static FSharpLoads? OwnerOf(Assembly? asking) => asking switch
    {
        null => null,
        _ when _owners.TryGetValue(asking, out var owner) => owner,
        _ when asking == typeof(Shell).Assembly => _loading.Value,
        _ => null,
    };

    private void Keep(Assembly assembly)
    {
        if (!assembly.GetName().Name!.StartsWith(Name, StringComparison.Ordinal) || !_owners.TryAdd(assembly, this)) return;
        _own[assembly.FullName!] = assembly;
    }

    private Assembly? Find(string fullName) =>
        _own.GetValueOrDefault(fullName) ?? assemblies.Resolve(new AssemblyName(fullName).Name!);

    private sealed class Loading : IDisposable
    {
        private readonly FSharpLoads? _before = _loading.Value;

        public Loading(FSharpLoads loads) => _loading.Value = loads;

        public void Dispose() => _loading.Value = _before;
    }
}
