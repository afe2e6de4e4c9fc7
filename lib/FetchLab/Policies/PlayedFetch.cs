namespace FetchLab;

/// <summary>What comes of a page, or of one attempt at it, where a prediction plays it.</summary>
/// <param name="Time">How long it keeps its worker.</param>
/// <param name="Fails">Whether it fails in a way that may be gone the next time.</param>
/// <param name="RetryAfter">How long its reply asks to be left alone; null where it does not.</param>
internal readonly record struct PlayedFetch(TimeSpan Time, bool Fails = false, TimeSpan? RetryAfter = null);
