namespace FetchLab.Notebooks;

/// <summary>A type as C# code names it from anywhere.</summary>
internal static class CodeName
{
    private const string Submission = "Submission#"; // The class that a cell's types stand in.

    /// <summary>Its name where code can say it; else that of the sequence that it is; else <c>object</c>.</summary>
    public static string Of(Type type) => Find(type)
        ?? type.GetInterfaces().Where(IsSequence).Select(Find).FirstOrDefault(name => name is not null)
        ?? "object";

    private static string? Find(Type type)
    {
        if (type.IsPointer || type.IsByRef) return null;
        if (type.IsArray) return Array(type);
        // Of an F# cell: no file has it, and code in C# cannot be compiled against it.
        if (type.Assembly.Location.Length == 0 && !IsOfCell(type)) return null;
        if (IsOfCell(type)) return Generic(type.Name, type.GetGenericArguments());
        // What another language has compiled is in no file, and so not among a cell's references.
        if ((!type.IsPublic && !type.IsNestedPublic) || type.Assembly.Location.Length == 0) return null;
        var arguments = type.GetGenericArguments();
        if (type.DeclaringType is not { } outer) return Generic($"global::{type.Namespace}{(type.Namespace is null ? "" : ".")}{type.Name}", arguments);
        // A type inside of a generic one has its arguments, too, and they come first.
        var own = arguments.Length - outer.GetGenericArguments().Length;
        var around = outer.IsGenericTypeDefinition ? outer.MakeGenericType(arguments[..^own]) : outer;
        return Find(around) is { } name ? Generic($"{name}.{type.Name}", arguments[^own..]) : null;
    }

    // int[][,] is an array of int[,].
    private static string? Array(Type type)
    {
        var ranks = "";
        for (; type.IsArray; type = type.GetElementType()!) ranks += $"[{new string(',', type.GetArrayRank() - 1)}]";
        return Find(type) is { } name ? name + ranks : null;
    }

    private static string? Generic(string name, Type[] arguments)
    {
        if (arguments.Length == 0) return name;
        var names = arguments.Select(Find).ToList();
        return names.Contains(null) ? null : $"{name[..name.LastIndexOf('`')]}<{string.Join(", ", names)}>";
    }

    private static bool IsOfCell(Type type) => type.DeclaringType is { } outer && outer.Name.StartsWith(Submission, StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
