namespace FetchLab.Jupyter;

/// <summary>Instants as they cross: ticks from 1970, which both languages can count from without loss.</summary>
internal static class Ticks
{
    public static long Of(DateTime instant) => instant.Ticks - DateTime.UnixEpoch.Ticks;

    public static DateTime ToDateTime(long ticks, bool utc) =>
        new(ticks + DateTime.UnixEpoch.Ticks, utc ? DateTimeKind.Utc : DateTimeKind.Unspecified);
}
