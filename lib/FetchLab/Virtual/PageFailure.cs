namespace FetchLab;

/// <summary>How a page of a <see cref="VirtualSite"/> goes wrong.</summary>
public enum PageFailure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The reply is 500 Internal Server Error, after the page's usual time.</summary>
    Status500,

    /// <summary>The connection ends without a reply, after the page's usual time.</summary>
    Reset,

    /// <summary>No reply ever comes: the request's timeout has to end it.</summary>
    Hang,
}
