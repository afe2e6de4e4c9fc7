using Microsoft.CodeAnalysis.Tags;
using Compiler = Microsoft.CodeAnalysis.Completion;

namespace FetchLab.Notebooks;

/// <summary>What the texts of a completion are.</summary>
internal static class ItemKind
{
    private static readonly (string Tag, string Kind)[] _kinds =
    [
        (WellKnownTags.ExtensionMethod, "method"),
        (WellKnownTags.Method, "method"),
        (WellKnownTags.Property, "property"),
        (WellKnownTags.EnumMember, "enum member"),
        (WellKnownTags.Constant, "constant"),
        (WellKnownTags.Field, "field"),
        (WellKnownTags.Event, "event"),
        (WellKnownTags.Local, "variable"),
        (WellKnownTags.RangeVariable, "variable"),
        (WellKnownTags.Parameter, "parameter"),
        (WellKnownTags.Class, "class"),
        (WellKnownTags.Structure, "struct"),
        (WellKnownTags.Interface, "interface"),
        (WellKnownTags.Enum, "enum"),
        (WellKnownTags.Delegate, "delegate"),
        (WellKnownTags.TypeParameter, "type parameter"),
        (WellKnownTags.Namespace, "namespace"),
        (WellKnownTags.Keyword, "keyword"),
    ];

    /// <param name="item">The item.</param>
    /// <param name="isMember">Whether it follows a dot.</param>
    public static string Of(Compiler.CompletionItem item, bool isMember)
    {
        var kind = _kinds.FirstOrDefault(entry => item.Tags.Contains(entry.Tag)).Kind ?? "text";
        // The compiler holds what a cell declares in fields; to the person they are variables.
        return kind == "field" && !isMember ? "variable" : kind;
    }

    /// <summary>What a type declares comes before what others add to it; what every object has comes last.</summary>
    public static int MemberRank(Compiler.CompletionItem item) => item.DisplayText switch
    {
        "Equals" or "GetHashCode" or "GetType" or "ToString" => 2,
        _ => item.Tags.Contains(WellKnownTags.ExtensionMethod) ? 1 : 0,
    };

    /// <summary>What is nearest to the person comes first: their own variables, then what can be called, then all the types.</summary>
    public static int Rank(string kind) => kind switch
    {
        "parameter" or "variable" => 0,
        "property" or "constant" or "method" => 1,
        "keyword" => 2,
        "namespace" => 4,
        _ => 3,
    };
}
