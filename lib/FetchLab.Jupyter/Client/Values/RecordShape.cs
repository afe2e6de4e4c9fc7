using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>What a record, an anonymous object or another object of named values consists of.</summary>
/// <param name="properties">Its public properties, in the order in which they are declared.</param>
internal sealed class RecordShape(IReadOnlyList<PropertyInfo> properties)
{
    // Weakly: a session's types go with their session.
    private static readonly ConditionalWeakTable<Type, RecordShape> _shapes = [];

    public IReadOnlyList<PropertyInfo> Properties => properties;

    /// <summary>The value of a property.</summary>
    /// <exception cref="NotebookException">The property throws.</exception>
    public static object? Read(PropertyInfo property, object? record)
    {
        try
        {
            return property.GetValue(record);
        }
        catch (TargetInvocationException error)
        {
            throw new NotebookException($"the property {property.Name} of {property.DeclaringType?.Name} gives no value: {error.InnerException?.Message}", error);
        }
    }

    /// <summary>The shape of a type; null where its values are no bundles of named values.</summary>
    public static RecordShape? Of(Type type) =>
        _shapes.GetValue(type, static type => new(Read(type))) is { Properties.Count: > 0 } shape ? shape : null;

    private static IReadOnlyList<PropertyInfo> Read(Type type)
    {
        // A task, a stream, a client: what the framework's own types say of themselves is no data.
        var isData = !type.IsPrimitive && !type.IsEnum && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(ITuple).IsAssignableFrom(type)
            && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
            && type.Namespace?.Split('.')[0] is not ("System" or "Microsoft");
        return isData
            ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)]
            : [];
    }
}
