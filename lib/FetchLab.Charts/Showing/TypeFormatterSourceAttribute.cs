namespace FetchLab.Charts;

/// <summary>
/// Tells a notebook how to show a type. Notebooks look for an attribute of this name, wherever it is declared, so the
/// library needs no reference to theirs.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a method <c>CreateTypeFormatters</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>All of these are sent, in one bundle.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
