using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>
/// The assemblies of one session: what cells compile against, and what they load. Files that cells reference are read
/// from shadow copies, so that a rebuild never disturbs a session, nor a session a rebuild.
/// </summary>
internal sealed class SessionAssemblies : IDisposable
{
    private readonly Context _context;
    private readonly Lock _gate = new(); // Cells compile and load while completion asks for the same files.
    private readonly ShadowCopies _copies = new();
    private readonly List<string> _folders = [];
    private readonly Dictionary<string, string> _packaged = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _compiled = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _native = [];
    private readonly Dictionary<string, PortableExecutableReference> _references = new(StringComparer.Ordinal);

    public SessionAssemblies() => _context = new(this);

    /// <summary>The framework, and what the engine shares with its cells. One object a file: to make them anew is slow.</summary>
    public static IReadOnlyList<MetadataReference> Initial { get; } =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Select(path => AssemblyReference.Read(path)),
        .. EngineAssemblies.Shared.Select(assembly => AssemblyReference.Read(assembly.Location)),
    ];

    /// <summary>The files that cells have referenced so far, with what those refer to where a cell needed it: copies, in part.</summary>
    public IReadOnlyCollection<string> Files
    {
        get
        {
            lock (_gate) return [.. _references.Keys];
        }
    }

    /// <summary>Loads a compiled submission with its debug information.</summary>
    public Assembly Load(Stream assembly, Stream symbols) => _context.LoadFromStream(assembly, symbols);

    /// <summary>Makes an assembly file known to the session.</summary>
    /// <param name="reference">A path, absolute or relative to one of the folders; or the name of a framework assembly.</param>
    /// <param name="folders">Where a relative path may start, the nearest first.</param>
    /// <returns>The reference to compile against, or null if there is no such file.</returns>
    public PortableExecutableReference? Reference(string reference, params IEnumerable<string> folders)
    {
        var file = folders.Select(folder => Path.GetFullPath(reference, folder)).FirstOrDefault(File.Exists);
        return file is not null ? ReferenceFile(file) : FrameworkReference(reference);
    }

    /// <summary>Finds what a referenced assembly refers to in its turn, beside one that a cell has named.</summary>
    public PortableExecutableReference? Reference(AssemblyIdentity identity) =>
        !IsReplaced(identity.Name) && (FindBeside(identity.Name) ?? _packaged.GetValueOrDefault(identity.Name)) is { } path
            ? CompileReference(identity.Name, path)
            : null;

    /// <summary>Makes the files of packages known to the session. What is known by a name already stays.</summary>
    /// <returns>The references to compile against.</returns>
    public IEnumerable<MetadataReference> Add(PackageAssets assets)
    {
        // No copies of these: nothing rebuilds them.
        foreach (var file in assets.Runtime) _packaged.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        _native.AddRange(assets.Native.Except(_native));
        return
        [
            .. assets.Compile.Where(file => IsForCells(file) && _compiled.Add(Path.GetFileNameWithoutExtension(file)))
                .Select(file => CompileReference(Path.GetFileNameWithoutExtension(file), file)),
        ];
    }

    // The framework's own copy wins, as it does when they are loaded.
    private static bool IsForCells(string file) =>
        Path.GetFileNameWithoutExtension(file) is var name && FrameworkReference(name) is null && !IsReplaced(name);

    // What the engine has in place of .NET Interactive's own assemblies wins over them, which extensions bring with them: with two
    // kinds of Kernel, no cell could name one.
    private static bool IsReplaced(string name) =>
        EngineAssemblies.Find(name) is null && (name + ".").StartsWith("Microsoft.DotNet.Interactive.", StringComparison.Ordinal);

    public void Dispose() => _copies.Dispose();

    private PortableExecutableReference ReferenceFile(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        lock (_gate)
        {
            if (!_folders.Contains(folder)) _folders.Add(folder);
            return CompileReference(Path.GetFileNameWithoutExtension(file), _copies.Of(file));
        }
    }

    private string? FindBeside(string name)
    {
        lock (_gate)
        {
            return _folders
                .Select(folder => Path.Combine(folder, name + ".dll"))
                .Where(file => _copies.Holds(file) || File.Exists(file))
                .Select(_copies.Of)
                .FirstOrDefault();
        }
    }

    private PortableExecutableReference CompileReference(string name, string path)
    {
        if (EngineAssemblies.Find(name) is { } own) path = own.Location;
        lock (_gate)
        {
            if (_references.TryGetValue(path, out var known)) return known;
            return _references[path] = AssemblyReference.Read(path);
        }
    }

    private static PortableExecutableReference? FrameworkReference(string name)
    {
        var file = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : name + ".dll";
        return Initial.OfType<PortableExecutableReference>()
            .FirstOrDefault(reference => Path.GetFileName(AssemblyReference.PathOf(reference)) == file);
    }

    /// <summary>The assembly of that name that cells load; null for the framework's, and where there is none.</summary>
    /// <remarks>By name alone: Plotly.NET, for one, asks for several versions of FSharp.Core at once.</remarks>
    public Assembly? Resolve(string name)
    {
        if (EngineAssemblies.Find(name) is { } own) return own;
        if (FrameworkReference(name) is not null) return null;
        return (FindBeside(name) ?? _packaged.GetValueOrDefault(name)) is { } path ? _context.LoadFromAssemblyPath(path) : null;
    }

    // Code names a native library with or without its system's prefix and ending.
    private string? FindNative(string name) => _native.FirstOrDefault(file =>
        Path.GetFileName(file) is var given && (given == name || Trimmed(given) == Trimmed(name)));

    private static string Trimmed(string library)
    {
        var name = Path.GetExtension(library) is ".so" or ".dylib" or ".dll" ? Path.GetFileNameWithoutExtension(library) : library;
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }

    private static bool IsManaged(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    // Asked before the engine's own context is: what a cell references must not meet the engine's private dependencies.
    private sealed class Context(SessionAssemblies assemblies) : AssemblyLoadContext("notebook")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is { } name ? assemblies.Resolve(name) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            assemblies.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
