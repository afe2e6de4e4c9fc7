using System.Reflection;
using System.Runtime.CompilerServices;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class FindingAssemblies
{
    [Fact]
    public void Any_version_of_FSharp_Core_is_the_one_that_is_there()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);

        var found = Assembly.Load(new AssemblyName("FSharp.Core, Version=99.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a"));

        Assert.Equal("FSharp.Core", found.GetName().Name);
        Assert.True(found.GetName().Version < new Version(99, 0));
    }

    [Fact]
    public void An_assembly_that_is_not_beside_the_library_is_not_found() =>
        Assert.Throws<FileNotFoundException>(() => Assembly.Load(new AssemblyName("FetchLab.NoSuchAssembly")));
}
