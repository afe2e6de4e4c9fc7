namespace FetchLab.Origin;

/// <summary>Knobs of the pages that a program with threads asks for; the others leave them at 0.</summary>
internal sealed record ThreadPages(double SetupMs, double HandoverMs);
