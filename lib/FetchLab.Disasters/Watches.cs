using System.Globalization;

namespace FetchLab.Disasters;

/// <summary>
/// Ends this process at its deadline and with its parent, from threads that are not the pool's: by then the pool may have none
/// to give.
/// </summary>
internal static class Watches
{
    /// <param name="deadline">In ms from now.</param>
    public static void Start(string deadline)
    {
        Watch(() => Thread.Sleep(int.Parse(deadline, CultureInfo.InvariantCulture)), DisasterProcess.HungExitCode);
        // The parent holds the other end of standard input and never writes to it; however it ends, the system closes that end.
        Watch(() => Console.OpenStandardInput().ReadByte(), exitCode: 0);
    }

    private static void Watch(Action wait, int exitCode) =>
        new Thread(() =>
        {
            wait();
            Environment.Exit(exitCode);
        })
        { IsBackground = true }.Start();
}
