namespace FetchLab.Charts;

/// <summary>Something that can be shown in a notebook.</summary>
internal interface IShown
{
    /// <summary>The thing as <paramref name="mimeType"/>, or null where it has no such form.</summary>
    string? As(string mimeType);
}
