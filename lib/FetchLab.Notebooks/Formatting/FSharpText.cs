using System.Runtime.CompilerServices;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FetchLab.Notebooks;

/// <summary>F#'s own kinds of values as F# writes them: what the formatting package shows are the properties that they compile to.</summary>
internal static class FSharpText
{
    /// <summary>Records, unions (lists and options are some), maps, sets, functions and tuples.</summary>
    public static bool Fits(Type type) => KindOf(type) is SourceConstructFlags.RecordType or SourceConstructFlags.SumType
        || Is(type, typeof(FSharpMap<,>)) || Is(type, typeof(FSharpSet<>))
        || (typeof(ITuple).IsAssignableFrom(type) && !type.IsValueType)
        || (type.BaseType is { } parent && (Is(parent, typeof(FSharpFunc<,>)) || Is(parent.BaseType, typeof(FSharpFunc<,>))));

    /// <summary>Whether its values are cases, which have no columns in common.</summary>
    public static bool IsUnion(Type type) => KindOf(type) is SourceConstructFlags.SumType;

    // Made anew each time, for nothing is to be made where there is no F#.
    public static string Of(object value) =>
        ExtraTopLevelOperators.PrintFormatToString(new PrintfFormat<FSharpFunc<object, string>, Unit, string, string, object>("%A")).Invoke(value);

    private static SourceConstructFlags? KindOf(Type type)
    {
        // A case is a type of its own inside its union's, and inherits from it.
        var mapping = type.GetCustomAttributes(typeof(CompilationMappingAttribute), inherit: true).OfType<CompilationMappingAttribute>().FirstOrDefault();
        return mapping?.SourceConstructFlags & SourceConstructFlags.KindMask;
    }

    private static bool Is(Type? type, Type definition) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == definition;
}
