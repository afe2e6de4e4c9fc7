using System.Globalization;
using System.Runtime.CompilerServices;

namespace FetchLab.Tests.Disasters;

/// <summary>This program again, as a parent that a test can kill while its disaster hangs; see <see cref="Origin.ParentMode"/>.</summary>
internal static class DisasterParent
{
    public const string Switch = "FETCHLAB_TESTS_AS_PARENT_OF_A_DISASTER";

    [ModuleInitializer]
    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch) is not { } path)
            return;

        _ = DisasterProcess.RunAsync(
            Disaster.ResultOnTheLoop, TimeSpan.FromMinutes(5), path: path,
            started: id => Console.WriteLine(id.ToString(CultureInfo.InvariantCulture)));
        // It is killed here. Should the test end first, this pipe ends too.
        Console.In.ReadToEnd();
        Environment.Exit(0);
    }
}
