namespace FetchLab;

/// <summary>What a check says about an answer to an exercise.</summary>
/// <param name="IsRight">Whether the answer does what was asked.</param>
/// <param name="Sentence">What was seen of it; where it is not right, a hint that leads on without giving the answer away.</param>
public sealed record Verdict(bool IsRight, string Sentence)
{
    /// <summary>The answer does what was asked.</summary>
    internal static Verdict Right(string sentence) => new(true, sentence);

    /// <summary>It does not, or there is none.</summary>
    internal static Verdict NotYet(string hint) => new(false, hint);

    /// <inheritdoc/>
    public override string ToString() => $"{(IsRight ? "✓ Right." : "✗ Not yet.")} {Sentence}";
}
