namespace FetchLab.Notebooks;

/// <summary>Something that a submission declares for the later ones.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">What a later declaration must have in common with it to hide it: for a method its parameters, too.</param>
internal sealed record DeclaredName(string Name, string Key)
{
    /// <summary>Whether one of these keys hides it. A method hides its own signature, anything else all of its name.</summary>
    public bool IsAmong(HashSet<string> hiding) => hiding.Contains(Key) || hiding.Contains(Name);
}
