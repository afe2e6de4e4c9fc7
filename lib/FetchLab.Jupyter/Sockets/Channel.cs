namespace FetchLab.Jupyter;

/// <summary>The sockets that carry messages.</summary>
internal enum Channel
{
    /// <summary>Requests, answered in order.</summary>
    Shell,

    /// <summary>Requests that are answered while a cell runs.</summary>
    Control,

    /// <summary>Questions to the person in front of a client.</summary>
    Stdin,

    /// <summary>What every client hears.</summary>
    IoPub,
}
