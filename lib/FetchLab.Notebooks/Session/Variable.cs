namespace FetchLab.Notebooks;

/// <summary>A variable of a session.</summary>
internal sealed record Variable(string Name, Type Type, object? Value);
