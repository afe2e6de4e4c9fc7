using System.Globalization;
using System.Runtime.CompilerServices;

namespace FetchLab.Tests.Origin;

/// <summary>
/// This program again, as a parent that a test can kill: it starts an origin, prints its process id and waits. It runs as
/// the module is loaded, before the test runner of the same program would start.
/// </summary>
internal static class ParentMode
{
    public const string Switch = "FETCHLAB_TESTS_AS_PARENT";

    [ModuleInitializer]
    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch) is not { } originPath)
            return;

        var site = OriginSite.StartAsync(originPath).GetAwaiter().GetResult();
        Console.WriteLine(site.ProcessId.ToString(CultureInfo.InvariantCulture));
        // It is killed here. Should the test end first, this pipe ends too.
        Console.In.ReadToEnd();
        Environment.Exit(0);
    }
}
