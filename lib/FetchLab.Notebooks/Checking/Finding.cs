namespace FetchLab.Notebooks;

/// <summary>Something in a notebook that is not as the course keeps it.</summary>
/// <param name="Cell">The cell's id; its place, such as <c>cell 3</c>, where it has none; <c>notebook</c> for the whole of it.</param>
/// <param name="Wrong">What is wrong, with the bad value.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Finding(string Cell, string Wrong, string Remedy)
{
    /// <summary>One line: <c>cell: what is wrong; what to do.</c></summary>
    public override string ToString() => $"{Cell}: {Wrong}; {Remedy}.";
}
