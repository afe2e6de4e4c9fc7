using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Finds what <c>#r</c> names inside loaded files, and what referenced assemblies refer to in their turn.</summary>
internal sealed class SessionReferenceResolver(SessionAssemblies assemblies, string folder) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var nearest = Path.GetDirectoryName(baseFilePath) is { Length: > 0 } beside ? Path.GetFullPath(beside, folder) : folder;
        return assemblies.Reference(reference, nearest, folder) is { } found ? [found] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        assemblies.Reference(referenceIdentity);

    // One session, one resolver's worth of answers: the compiler compares them to reuse references.
    public override bool Equals(object? other) => other is SessionReferenceResolver resolver && resolver.Owner == Owner;

    public override int GetHashCode() => Owner.GetHashCode();

    private SessionAssemblies Owner => assemblies;
}
