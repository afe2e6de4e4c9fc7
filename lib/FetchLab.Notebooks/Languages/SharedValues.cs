using System.Collections.Concurrent;
using System.ComponentModel;

namespace FetchLab.Notebooks;

/// <summary>Values on their way into C#: the code that declares a variable takes its value from here. Cells have no use for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedValues
{
    private static readonly ConcurrentDictionary<int, object?> _values = new();
    private static int _last;

    /// <summary>Takes a value out; null where there is none any more.</summary>
    public static object? Take(int place) => _values.TryRemove(place, out var value) ? value : null;

    internal static int Add(object? value)
    {
        var place = Interlocked.Increment(ref _last);
        _values[place] = value;
        return place;
    }
}
