namespace FetchLab;

/// <summary>A lesson's claim that did not hold; the message says what was seen instead.</summary>
public sealed class ClaimException : Exception
{
    public ClaimException()
    {
    }

    public ClaimException(string message)
        : base(message)
    {
    }

    public ClaimException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
