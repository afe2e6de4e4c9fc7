using Microsoft.Extensions.Primitives;

namespace FetchLab.Origin;

/// <summary>What the client says a request is: its run, its record there, and which attempt.</summary>
/// <param name="Run">Empty without one.</param>
/// <param name="Record">Null without one.</param>
/// <param name="Attempt">From 1; 1 if it does not say.</param>
internal readonly record struct RequestIds(string Run, int? Record, int Attempt)
{
    /// <summary>Reads them; what cannot be read counts as not said, and is refused.</summary>
    public static RequestIds Read(IHeaderDictionary headers, out Refusal? refusal)
    {
        var (recordText, attemptText) = (headers[Header.Record], headers[Header.Attempt]);
        var record = Whole(recordText, 0);
        var attempt = Whole(attemptText, 1);
        refusal = recordText.Count > 0 && record is null ? Refuse(Header.Record, 0, recordText)
            : attemptText.Count > 0 && attempt is null ? Refuse(Header.Attempt, 1, attemptText)
            : null;
        return new(headers[Header.Run].ToString(), record, attempt ?? 1);
    }

    private static int? Whole(StringValues text, int least) =>
        text.Count == 0 ? null : KnobText.Whole(text.ToString(), least, int.MaxValue);

    private static Refusal Refuse(string header, int least, StringValues text) =>
        new(400, $"{header} must be a whole number from {least}, but was '{text}'; try {least}.");
}
