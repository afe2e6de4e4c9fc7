using System.Security;

namespace FetchLab.Notebooks;

/// <summary>A project that does nothing but refer to packages: the build knows best which of their files count here.</summary>
internal static class PackageProject
{
    /// <param name="packages">The packages.</param>
    /// <param name="sources">Places to look in, beside those that the user has configured.</param>
    /// <param name="folder">The notebook's folder: a configuration of sources beside it counts.</param>
    /// <remarks>NU1605: what a session has in use already stays in use, also where a later package would like a newer one.</remarks>
    public static string Text(IEnumerable<PackageReference> packages, IEnumerable<string> sources, string folder) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.ToString(2)}</TargetFramework>
            <RuntimeIdentifier>{SystemName}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <UseAppHost>false</UseAppHost>
            <NuGetAudit>false</NuGetAudit>
            <NoWarn>NU1605</NoWarn>
            <DisableImplicitNuGetFallbackFolder>true</DisableImplicitNuGetFallbackFolder>
            <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
            <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(package => $"<PackageReference Include=\"{package.Name}\" Version=\"{package.Version}\" />"))}
          </ItemGroup>
        </Project>
        """;

    /// <summary>This system as packages name it, such as <c>linux-x64</c>.</summary>
    public static string SystemName
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
#pragma warning disable CA1308 // The names are lower case.
            return $"{system}-{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
#pragma warning restore CA1308
        }
    }
}
