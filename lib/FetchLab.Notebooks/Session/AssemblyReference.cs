using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Makes references to compile against.</summary>
internal static class AssemblyReference
{
    /// <summary>Reads what an assembly declares, and leaves its code alone: of the framework that saves 50 MB.</summary>
    /// <remarks>
    /// The path is its display text, not its file path: into the debug information of every cell the compiler writes
    /// what it finds in each referenced file, which takes longer than all else that it does with a short cell.
    /// </remarks>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static PortableExecutableReference Read(string path)
    {
        using var file = File.OpenRead(path);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(display: path);
    }

    /// <summary>The file that a reference made here was read from.</summary>
    public static string? PathOf(MetadataReference? reference) => reference?.Display;
}
