using System.Diagnostics;

namespace FetchLab.Notebooks.Tests;

/// <summary>The program as this build made it, beside the tests.</summary>
internal static class FetchLabProgram
{
    /// <summary>How to start a session of it.</summary>
    public static ProcessStartInfo Session() =>
        new("dotnet") { ArgumentList = { Path.Combine(AppContext.BaseDirectory, "FetchLab.Cli.dll"), "session" } };
}
