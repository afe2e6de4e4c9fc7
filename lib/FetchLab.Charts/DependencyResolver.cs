using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FetchLab.Charts;

/// <summary>
/// Finds the assemblies that lie beside this one by their names alone, whatever version is asked for. Plotly.NET and what is
/// under it ask for several versions of FSharp.Core, and a notebook's engine may carry an older one than any of them: the
/// copy that is loaded does, and where none is loaded, the copy beside this library. It is asked only after every other way
/// has failed.
/// </summary>
internal static class DependencyResolver
{
    [SuppressMessage("SingleFile", "IL3000", Justification = "A notebook loads this library from a folder.")]
    private static readonly string Folder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location) ?? "";

    [ModuleInitializer]
    [SuppressMessage(
        "Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries",
        Justification = "The answer must be in place before the first chart; a notebook has no start-up code of its own.")]
    internal static void Register() => AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => Resolve(new AssemblyName(asked.Name));

    private static Assembly? Resolve(AssemblyName asked)
    {
        var path = Path.Combine(Folder, asked.Name + ".dll");
        if (Folder.Length == 0 || !File.Exists(path))
        {
            return null;
        }

        var own = AssemblyLoadContext.GetLoadContext(typeof(DependencyResolver).Assembly) ?? AssemblyLoadContext.Default;
        return Loaded(own.Assemblies, asked) ?? Loaded(AssemblyLoadContext.Default.Assemblies, asked) ?? own.LoadFromAssemblyPath(path);
    }

    private static Assembly? Loaded(IEnumerable<Assembly> assemblies, AssemblyName asked) =>
        assemblies.FirstOrDefault(assembly => assembly.GetName().Name == asked.Name);
}
