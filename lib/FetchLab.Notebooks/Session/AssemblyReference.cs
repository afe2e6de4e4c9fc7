using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Makes references to compile against.</summary>
internal static class AssemblyReference
{
    /// <summary>Reads what an assembly declares, and leaves its code alone: of the framework that saves 50 MB.</summary>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static PortableExecutableReference Read(string path)
    {
        using var file = File.OpenRead(path);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path);
    }
}
