namespace FetchLab.Origin;

/// <summary>What one host is like.</summary>
/// <param name="Slots">Slots of its own; 0 for those that all hosts share.</param>
/// <param name="Pages">Its pages, where their address does not say otherwise.</param>
internal sealed record HostProfile(int Slots, PageKnobs Pages);
