namespace FetchLab.Origin;

/// <summary>How an attempt ends.</summary>
internal enum Fate
{
    /// <summary>With the page.</summary>
    Page,

    /// <summary>With status 500.</summary>
    Error,

    /// <summary>With the connection cut before a reply; over HTTP/2, the stream.</summary>
    Reset,

    /// <summary>With no reply at all: the connection stays open until the client gives up, at most a minute.</summary>
    Hang,

    /// <summary>With half of the body.</summary>
    Truncated,
}
