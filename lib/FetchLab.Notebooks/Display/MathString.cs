// In this namespace so that no cell needs a using, as in .NET Interactive.
namespace System;

/// <summary>A formula: <c>(MathString)@"\frac{1}{2}"</c> shows as LaTeX that stands on a line of its own.</summary>
public sealed class MathString(string formula) : LaTeXString($"$${formula}$$")
{
#pragma warning disable CA2225 // Notebooks write the cast.
    public static implicit operator MathString(string source) => new(source);
#pragma warning restore CA2225
}
