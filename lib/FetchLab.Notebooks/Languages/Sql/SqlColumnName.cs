namespace FetchLab.Notebooks;

/// <summary>A column that a query may name.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name.</param>
/// <param name="Type">Its type.</param>
internal sealed record SqlColumnName(string Table, string Column, string Type);
