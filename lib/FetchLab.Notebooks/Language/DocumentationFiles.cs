using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Finds documentation in the XML files that stand beside assemblies, and in those that the SDK has for the framework.</summary>
/// <remarks>Files are read line by line and not kept: the framework's are far larger than what is ever asked of them.</remarks>
internal static class DocumentationFiles
{
    private static readonly Lazy<IReadOnlyList<string>> _framework = new(FindFramework);

    /// <summary>The <c>member</c> element of a symbol; null where no file has one.</summary>
    public static string? Find(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly) return null;
        var library = AssemblyReference.PathOf(compilation.GetMetadataReference(assembly));
        return Files(assembly.Name, library).Select(file => Read(file, $"name=\"{id}\"")).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Files(string assembly, string? library)
    {
        if (Path.ChangeExtension(library, ".xml") is { } beside && File.Exists(beside)) yield return beside;
        foreach (var file in _framework.Value.Where(file => Path.GetFileNameWithoutExtension(file) == assembly)) yield return file;
        // The framework's core is documented under the names that programs refer to; most of it under this one.
        if (assembly != "System.Private.CoreLib") yield break;
        foreach (var file in _framework.Value.OrderBy(file => Path.GetFileName(file) != "System.Runtime.xml")) yield return file;
    }

    private static string? Read(string file, string sign)
    {
        List<string>? found = null;
        foreach (var line in File.ReadLines(file))
        {
            if (found is null && !line.Contains(sign, StringComparison.Ordinal)) continue;
            (found ??= []).Add(line);
            if (line.Contains("</member>", StringComparison.Ordinal)) return string.Join('\n', found);
        }

        return null;
    }

    // Where the SDK is installed there are reference assemblies beside the runtime; a runtime alone has none.
    private static IReadOnlyList<string> FindFramework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];
        var version = Directory.EnumerateDirectories(packs)
            .Where(folder => Path.GetFileName(folder).StartsWith($"{Environment.Version.Major}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).LastOrDefault();
        return version is null ? [] : [.. Directory.EnumerateFiles(version, "*.xml", SearchOption.AllDirectories)];
    }
}
