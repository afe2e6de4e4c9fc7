using Microsoft.FSharp.Core;

namespace FetchLab.Notebooks;

/// <summary>The value of an F# expression to its representations.</summary>
internal static class FSharpFormatter
{
    /// <param name="value">The value.</param>
    /// <param name="type">Its type, as F# sees it: of <c>None</c> and <c>()</c> the value itself is null.</param>
    public static MimeBundle Format(object? value, Type type) => value is null && IsOption(type)
        ? new(MimeTypes.Plain, "None")
        : ValueFormatter.Format(value);

    private static bool IsOption(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FSharpOption<>);
}
