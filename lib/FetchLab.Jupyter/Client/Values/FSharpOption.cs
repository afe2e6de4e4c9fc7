namespace FetchLab.Jupyter;

/// <summary>F#'s options: a value, where there is one, and null.</summary>
internal static class FSharpOption
{
    public static bool TryUnwrap(object value, out object? inside)
    {
        var type = value.GetType();
        var isOption = type.IsGenericType && type.GetGenericTypeDefinition().FullName is "Microsoft.FSharp.Core.FSharpOption`1" or "Microsoft.FSharp.Core.FSharpValueOption`1";
        // A value option without a value throws where it is asked for one.
        var isSome = isOption && (!type.IsValueType || type.GetProperty("IsSome")!.GetValue(value) is true);
        inside = isSome ? type.GetProperty("Value")!.GetValue(value) : null;
        return isOption;
    }
}
