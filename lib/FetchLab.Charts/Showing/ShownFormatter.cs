namespace FetchLab.Charts;

/// <summary>Writes one form of an <see cref="IShown"/>; its two members have the names that notebooks look for.</summary>
public sealed class ShownFormatter
{
    internal ShownFormatter(string mimeType) => MimeType = mimeType;

    /// <summary>The kind of output that this formatter writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes <paramref name="instance"/>, or returns false where it has no such form.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if ((instance as IShown)?.As(MimeType) is not { } text)
        {
            return false;
        }

        writer.Write(text);
        return true;
    }
}
