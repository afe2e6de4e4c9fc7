using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FetchLab.Notebooks;

/// <summary>Sequences whose items have values by name: what shows as a table, and what SQL reads as one.</summary>
internal static class Records
{
    /// <summary>The type of the items; null where they are no records.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="toShow">Whether a type with a formatter of its own is left to that.</param>
    public static Type? ItemType(IEnumerable sequence, bool toShow = true)
    {
        if (sequence is string || IsDictionary(sequence.GetType())) return null;
        var items = sequence.GetType().GetInterfaces().Append(sequence.GetType())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(face => face.GetGenericArguments()[0])
            .ToList();
        return items.FirstOrDefault(type => IsRecord(type, toShow)) ?? (items.Contains(typeof(object)) && sequence is IList list ? OnlyType(list, toShow) : null);
    }

    /// <summary>A record's public values: its properties, or the fields of a tuple.</summary>
    public static IEnumerable<RecordMember> Members(Type type) => IsValueTuple(type)
        ? type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => new RecordMember(field.Name, field.FieldType, field.GetValue))
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanRead)
            .Select(property => new RecordMember(property.Name, property.PropertyType, property.GetValue));

    // A list of objects that are all of one kind, as code makes them that builds its rows one by one.
    private static Type? OnlyType(IList list, bool toShow) =>
        list.Cast<object?>().OfType<object>().Select(item => item.GetType()).Distinct().Take(2).ToList() is [var only] && IsRecord(only, toShow) ? only : null;

    private static bool IsRecord(Type type, bool toShow) => !Scalars.Includes(type)
        && type != typeof(object)
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && !(toShow && ValueFormatter.HasFormatterOfItsOwn(type))
        && !FSharpText.IsUnion(type)
        && (!type.IsGenericType || typeof(ITuple).IsAssignableFrom(type) || IsPair(type) || type.Name.Contains("AnonymousType", StringComparison.Ordinal));

    private static bool IsDictionary(Type type) => typeof(IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDictionary<,>));

    private static bool IsValueTuple(Type type) => type.IsValueType && typeof(ITuple).IsAssignableFrom(type);

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}

/// <summary>One value that each record of a type has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Get">Reads it from a record; what the record throws comes inside a <see cref="TargetInvocationException"/>.</param>
internal sealed record RecordMember(string Name, Type Type, Func<object, object?> Get);
