namespace FetchLab.Jupyter;

/// <summary>Places in code: the protocol counts characters, .NET counts UTF-16 code units.</summary>
internal static class CodePosition
{
    public static int ToUnits(string code, int characters)
    {
        var unit = 0;
        for (; characters > 0 && unit < code.Length; characters--) unit += IsPair(code, unit) ? 2 : 1;
        return unit;
    }

    public static int ToCharacters(string code, int units)
    {
        var characters = 0;
        for (var unit = 0; unit < Math.Min(units, code.Length); characters++) unit += IsPair(code, unit) ? 2 : 1;
        return characters;
    }

    private static bool IsPair(string code, int unit) =>
        char.IsHighSurrogate(code[unit]) && unit + 1 < code.Length && char.IsLowSurrogate(code[unit + 1]);
}
