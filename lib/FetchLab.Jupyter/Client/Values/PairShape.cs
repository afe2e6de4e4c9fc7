using System.Collections;
using System.Reflection;

namespace FetchLab.Jupyter;

/// <summary>How the entries of a dictionary are read, of whatever type it is.</summary>
/// <param name="key">An entry's key.</param>
/// <param name="value">An entry's value.</param>
internal sealed class PairShape(PropertyInfo key, PropertyInfo value)
{
    /// <summary>The shape of a type's entries; null where it is no dictionary.</summary>
    public static PairShape? Of(Type type)
    {
        var entry = typeof(IDictionary).IsAssignableFrom(type) && !type.IsGenericType ? typeof(DictionaryEntry) : type.GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() is var open && (open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>)))
            .Select(face => typeof(KeyValuePair<,>).MakeGenericType(face.GetGenericArguments()))
            .FirstOrDefault();
        return entry is null ? null : new(entry.GetProperty("Key")!, entry.GetProperty("Value")!);
    }

    public (object? Key, object? Value) Read(object entry) => (key.GetValue(entry), value.GetValue(entry));
}
