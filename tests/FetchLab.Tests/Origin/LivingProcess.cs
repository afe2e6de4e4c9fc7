using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Tests.Origin;

/// <summary>Whether a process still runs, by its id.</summary>
internal static class LivingProcess
{
    /// <summary>Waits until it is gone, at most 20 s; says whether it is.</summary>
    public static async Task<bool> IsGoneSoonAsync(int id)
    {
        for (var tries = 0; tries < 400 && Runs(id); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        return !Runs(id);
    }

    /// <remarks>On Linux a process that has ended may wait for its parent to be told, and still has an id until then.</remarks>
    public static bool Runs(int id)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
                return !Process.GetProcessById(id).HasExited;

            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
