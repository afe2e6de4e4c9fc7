namespace FetchLab.Notebooks;

/// <summary>The types whose values are one word: they show as plain text, and as one cell of a table.</summary>
internal static class Scalars
{
    private static readonly HashSet<Type> _numbers =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(nint), typeof(nuint), typeof(Half), typeof(float), typeof(double), typeof(decimal), typeof(Int128), typeof(UInt128),
        typeof(System.Numerics.BigInteger), typeof(TimeSpan),
    ];

    private static readonly HashSet<Type> _others =
    [
        typeof(bool), typeof(char), typeof(string), typeof(Guid), typeof(Uri), typeof(Version), typeof(DateTime), typeof(DateTimeOffset),
        typeof(DateOnly), typeof(TimeOnly),
    ];

    public static IEnumerable<Type> All => [.. _numbers, .. _others];

    public static bool Includes(Type type) =>
        type.IsEnum || _numbers.Contains(type) || _others.Contains(type)
        || (Nullable.GetUnderlyingType(type) is { } underlying && Includes(underlying));

    /// <summary>Whether a column of them is right-aligned.</summary>
    public static bool IsNumber(Type type) => _numbers.Contains(type);
}
