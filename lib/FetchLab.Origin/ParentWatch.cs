namespace FetchLab.Origin;

/// <summary>
/// Ends this process with its parent. The parent holds the other end of standard input and never writes to it; however it
/// ends, the system closes that end, and the read here returns. A signal on the parent's death would not do: it comes when
/// the parent's thread ends, and the cell that started the origin is long over by then.
/// </summary>
internal static class ParentWatch
{
    public static void Start()
    {
        // Started by hand: the terminal is no parent, and Ctrl+C ends it.
        if (!Console.IsInputRedirected)
            return;

        new Thread(WaitForEnd) { Name = "parent watch", IsBackground = true }.Start();
    }

    private static void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[64];
        while (input.Read(ignored) > 0)
        {
        }

        // There is nothing to save and nobody left to answer, so held replies are not waited for.
        Environment.Exit(0);
    }
}
