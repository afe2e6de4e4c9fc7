namespace FetchLab.Benchmarks;

/// <summary>How often a claim held, and what was seen the last time that it did not.</summary>
internal sealed record ClaimResult(RealTimeClaim Claim, int Held, int Times, string? LastMiss)
{
    public string Name => $"{Claim.Lesson}: {Claim.Name}";

    public bool Met => Held == Times;
}
