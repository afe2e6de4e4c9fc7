namespace FetchLab;

public static partial class Formula
{
    /// <summary>1/(f + (1−f)/P): how much faster P cores can be at most.</summary>
    /// <remarks>G. M. Amdahl, Validity of the Single Processor Approach, 1967.</remarks>
    /// <param name="serial">f, the share of the work that cannot be shared out, from 0 to 1.</param>
    /// <param name="processors">P, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double SpeedUp(double serial, int processors)
    {
        Require.Between(0, 1, serial, "serial", "0.1");
        Require.AtLeast(1, processors, "processors", "8");
        return 1 / (serial + (1 - serial) / processors);
    }
}
