namespace FetchLab.Cli;

/// <summary>What the program says to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything ran.</summary>
    public const int Ok = 0;

    /// <summary>A notebook's cell failed, or a check found something.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a file that it names, is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Whoever it belonged to is gone, as shells count the signal.</summary>
    public const int HungUp = 129;

    /// <summary>The user stopped it, as shells count Ctrl+C.</summary>
    public const int Stopped = 130;

    /// <summary>It was asked to end, as shells count the signal.</summary>
    public const int Terminated = 143;
}
