using System.Collections.Concurrent;

namespace FetchLab;

/// <summary>The connections that have replied to a client, by the ids that the origin gives them.</summary>
internal sealed class ConnectionIds
{
    private readonly ConcurrentDictionary<string, string> _met = new(StringComparer.Ordinal);

    /// <summary>The id in the one instance that all records share, and whether it was never met before.</summary>
    public string Meet(string id, out bool isNew)
    {
        if (_met.TryGetValue(id, out var known))
        {
            isNew = false;
            return known;
        }

        isNew = _met.TryAdd(id, id);
        return id;
    }
}
