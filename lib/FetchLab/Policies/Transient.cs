namespace FetchLab;

/// <summary>Failures that may be gone the next time.</summary>
internal static class Transient
{
    public static bool Is(FetchRecord? record) =>
        record is { Error: not null, Status: null or 408 or 429 or >= 500 };
}
