namespace FetchLab.Origin;

/// <summary>Why a request gets no page: its status, and one sentence with the bad value and a good one.</summary>
internal sealed record Refusal(int Status, string Sentence);
