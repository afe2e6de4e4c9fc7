namespace FetchLab;

/// <summary>
/// A time that may be absent, in 8 bytes where <c>TimeSpan?</c> takes 16: a record has several, and there is one record a
/// request. The default is absent.
/// </summary>
internal readonly record struct OptionalTime
{
    // Absent is 0, so times from 0 on are kept one tick longer.
    private readonly long _kept;

    private OptionalTime(long kept) => _kept = kept;

    public TimeSpan? Value => _kept == 0 ? null : new TimeSpan(_kept > 0 ? _kept - 1 : _kept);

    public static OptionalTime Of(TimeSpan? time) => time switch
    {
        null => default,
        { Ticks: >= 0 and var ticks } => new OptionalTime(ticks + 1),
        { Ticks: var ticks } => new OptionalTime(ticks),
    };
}
