using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks.Tests;

/// <summary>A folder of real packages, and a configuration beside the notebook by which they are all that there are.</summary>
internal sealed class PackageFeed
{
    private readonly string _folder;

    /// <param name="folder">The notebook's folder.</param>
    public PackageFeed(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path);
        File.WriteAllText(
            Configuration,
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="installed" /></config>
              <packageSources><clear /><add key="the shelf" value="feed" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Path => System.IO.Path.Combine(_folder, "feed");

    private string Configuration => System.IO.Path.Combine(_folder, "nuget.config");

    /// <summary>Adds a package with one library of its name.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="source">The library's code; by default a class named as the package, which knows its version.</param>
    /// <param name="needs">A package that it depends on, as <c>Name/1.0.0</c>.</param>
    /// <param name="folder">Another folder than the feed's own.</param>
    public void Add(string id, string version, string? source = null, string? needs = null, string? folder = null)
    {
        source ??= $"public static class {id} {{ public static string Version => \"{version}\"; }}";
        using var package = ZipFile.Open(System.IO.Path.Combine(folder ?? Path, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var library = package.CreateEntry($"lib/net8.0/{id}.dll").Open()) library.Write(Compile(id, source));
        using var text = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        var depends = needs?.Split('/') is [var name, var least] ? $"<dependency id=\"{name}\" version=\"{least}\" />" : "";
        text.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                <dependencies><group targetFramework="net8.0">{depends}</group></dependencies>
              </metadata>
            </package>
            """);
    }

    /// <summary>From now on every restore fails: its configuration cannot be read, and its packages are gone.</summary>
    public void Break()
    {
        File.WriteAllText(Configuration, "broken");
        Directory.Delete(Path, recursive: true);
    }

    private static byte[] Compile(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary));
        using var library = new MemoryStream();
        Assert.Empty(compilation.Emit(library).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return library.ToArray();
    }
}
