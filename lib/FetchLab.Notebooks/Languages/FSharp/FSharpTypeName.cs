using System.Reflection;
using Microsoft.FSharp.Core;

namespace FetchLab.Notebooks;

/// <summary>A type's name as F# code can write it anywhere.</summary>
internal static class FSharpTypeName
{
    /// <summary>The type of everything.</summary>
    public const string Object = "obj";

    /// <summary>What a value can be called: its type, or the nearest of its bases that has a name; else what it is a sequence of; else <c>obj</c>.</summary>
    /// <returns>Such as <c>global.``System``.``Collections``.``Generic``.``List``&lt;global.``System``.``Int32``&gt;</c>.</returns>
    public static string Of(object? value)
    {
        for (var type = value?.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            if (type != typeof(ValueType) && Of(type) is { } name) return name;
        return value?.GetType().GetInterfaces().FirstOrDefault(IsSequence) is { } sequence ? $"seq<{Of(sequence.GetGenericArguments()[0]) ?? Object}>" : Object;
    }

    // Null for what has no name in F# code: what is not public, and what a C# cell declared, which is in no file that a compiler could read.
    private static string? Of(Type type)
    {
        if (type.IsArray) return Of(type.GetElementType()!) is { } item ? $"{item}[{new string(',', type.GetArrayRank() - 1)}]" : null;
        if (!type.IsVisible || type.IsByRef || type.IsPointer || (type.Assembly.Location.Length == 0 && !FSharpLoads.IsOwn(type.Assembly))) return null;
        var arguments = type.GetGenericArguments().Select(Of).ToList();
        return arguments.Contains(null) ? null : Join(type, arguments!);
    }

    // Of a nested generic type, reflection tells the arguments of all levels in one list.
    private static string Join(Type type, List<string> arguments)
    {
        var outer = type.DeclaringType;
        var before = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments[before..type.GetGenericArguments().Length];
        var prefix = outer is not null ? Join(outer, arguments[..before]) : string.Concat("global", string.Concat((type.Namespace?.Split('.') ?? []).Select(part => $".{Quote(part)}")));
        return $"{prefix}.{Quote(NameOf(type))}{(own.Count > 0 ? $"<{string.Join(", ", own)}>" : "")}";
    }

    // F#'s own types have two names, one in F# and one in all other languages.
    private static string NameOf(Type type) =>
        type.GetCustomAttribute<CompilationSourceNameAttribute>()?.SourceName ?? type.Name.Split('`')[0];

    private static string Quote(string name) => $"``{name}``";

    // Of references: a sequence of a type without a name is one of objects.
    private static bool IsSequence(Type face) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>) && (!face.GetGenericArguments()[0].IsValueType || Of(face.GetGenericArguments()[0]) is not null);
}
