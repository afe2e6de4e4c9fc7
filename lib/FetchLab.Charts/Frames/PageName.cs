namespace FetchLab.Charts;

/// <summary>A short name for a page.</summary>
internal static class PageName
{
    /// <summary>
    /// The path without its query, such as <c>apple/12</c>. Addresses of this machine leave out the host, which says
    /// nothing there; others begin with it.
    /// </summary>
    public static string Of(Uri url) => url.IsLoopback ? url.AbsolutePath.TrimStart('/') : url.Host + url.AbsolutePath;
}
