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
        var (ids, attemptText) = (headers[Header.Run].ToString(), headers[Header.Attempt]);
        var slash = ids.LastIndexOf('/');
        var run = slash < 0 ? ids : ids[..slash];
        var record = slash < 0 ? null : Whole(ids[(slash + 1)..], 0);
        var attempt = attemptText.Count == 0 ? null : Whole(attemptText.ToString(), 1);
        refusal = slash >= 0 && record is null ? new(400, $"the record in {Header.Run} must be a whole number from 0, but was '{ids}'; try {run}/0.")
            : attemptText.Count > 0 && attempt is null ? new(400, $"{Header.Attempt} must be a whole number from 1, but was '{attemptText}'; try 1.")
            : null;
        return new(run, record, attempt ?? 1);
    }

    private static int? Whole(string text, int least) => KnobText.Whole(text, least, int.MaxValue);
}
