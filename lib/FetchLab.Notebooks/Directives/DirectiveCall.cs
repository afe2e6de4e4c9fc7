namespace FetchLab.Notebooks;

/// <summary>One use of a directive.</summary>
/// <param name="Part">The line.</param>
/// <param name="Scope">Where it stands.</param>
/// <param name="Runner">What runs the session's cells.</param>
internal sealed record DirectiveCall(DirectivePart Part, CellScope Scope, CellRunner Runner)
{
    public string Argument => Part.Argument;
}
