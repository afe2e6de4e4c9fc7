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

    /// <summary>f = (T(W)/T(1) − 1/W)/(1 − 1/W): the share that Amdahl's law says cannot be shared out, where W workers are so much faster.</summary>
    /// <param name="alone">T(1), the time on one worker, more than 0.</param>
    /// <param name="shared">T(W), the time on W workers in the same unit, more than 0.</param>
    /// <param name="workers">W, at least 2.</param>
    /// <returns>From 0 to 1; below 0 where the workers were faster, and above 1 where they were slower, than the law knows.</returns>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double SerialShare(double alone, double shared, int workers)
    {
        Require.Between(1e-9, 1e9, alone, "alone", "36");
        Require.Between(1e-9, 1e9, shared, "shared", "22.1");
        Require.AtLeast(2, workers, "workers", "10");
        return (shared / alone - 1.0 / workers) / (1 - 1.0 / workers);
    }
}
