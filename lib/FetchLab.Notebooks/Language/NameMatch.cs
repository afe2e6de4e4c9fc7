namespace FetchLab.Notebooks;

/// <summary>How well a name fits what has been typed of it, the best first.</summary>
internal static class NameMatch
{
    public const int Exact = 0;
    public const int Prefix = 1;
    public const int PrefixInAnotherCase = 2;
    public const int Humps = 3;
    public const int None = 4;

    public static int Of(string name, string typed) => true switch
    {
        _ when typed.Length > 0 && name == typed => Exact,
        _ when name.StartsWith(typed, StringComparison.Ordinal) => Prefix,
        _ when name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) => PrefixInAnotherCase,
        _ when FitsHumps(name, typed) => Humps,
        _ => None,
    };

    // 'WL' and 'wrLi' fit WriteLine: each letter goes on in a word of the name, or begins a later one.
    private static bool FitsHumps(string name, string typed)
    {
        return char.ToUpperInvariant(name[0]) == char.ToUpperInvariant(typed[0]) && Fits(1, 1);

        bool Fits(int at, int done)
        {
            if (done == typed.Length) return true;
            if (at < name.Length && Same(at, done) && Fits(at + 1, done + 1)) return true;
            for (var hump = at; hump < name.Length; hump++)
                if (char.IsUpper(name[hump]) && Same(hump, done) && Fits(hump + 1, done + 1)) return true;
            return false;
        }

        bool Same(int at, int done) => char.ToUpperInvariant(name[at]) == char.ToUpperInvariant(typed[done]);
    }
}
