namespace FetchLab;

/// <summary>How far a run is.</summary>
/// <param name="Finished">Pages that are done with, those that failed included.</param>
/// <param name="Failed">Those of them that failed.</param>
/// <param name="Pages">All pages of the run.</param>
public sealed record FetchProgress(int Finished, int Failed, int Pages);
