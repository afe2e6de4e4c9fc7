namespace FetchLab.Course.Tests;

/// <summary>Tests that share an install, or the lessons with little to do. One runs at a time: each keeps the cores busy.</summary>
[CollectionDefinition(Name)]
public sealed class KernelCollection : ICollectionFixture<InstalledKernel>, ICollectionFixture<SmallestLessons>
{
    public const string Name = "installed kernel";
}
