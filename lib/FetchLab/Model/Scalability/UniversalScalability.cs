namespace FetchLab;

/// <summary>
/// The Universal Scalability Law, X(n) = λn/(1 + σ(n−1) + κn(n−1)): throughput with n in flight, where they contend for
/// something (σ) and talk to each other (κ). With κ = 0 it is Amdahl's law.
/// </summary>
/// <remarks>N. J. Gunther, Guerrilla Capacity Planning, 2007.</remarks>
/// <param name="Lambda">λ, the throughput of one alone, in pages a second.</param>
/// <param name="Sigma">σ, contention: the share of the work that only one can do at a time; at least 0.</param>
/// <param name="Kappa">κ, crosstalk: what each pair costs; at least 0.</param>
public sealed record UniversalScalability(double Lambda, double Sigma, double Kappa)
{
    /// <summary>X(n) in pages a second.</summary>
    /// <param name="inFlight">n, from 1 to 1,000,000.</param>
    /// <exception cref="FetchLabException">n is out of its range.</exception>
    public double Throughput(double inFlight)
    {
        Require.Between(1, 1_000_000, inFlight, "inFlight", "10");
        return Lambda * inFlight / (1 + Sigma * (inFlight - 1) + Kappa * inFlight * (inFlight - 1));
    }

    /// <summary>√((1−σ)/κ), where X(n) is greatest; null where it has no peak beyond n = 1.</summary>
    public double? Peak => Kappa > 0 && 1 - Sigma > Kappa ? Math.Sqrt((1 - Sigma) / Kappa) : null;
}
