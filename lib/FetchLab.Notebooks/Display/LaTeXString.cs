// In this namespace so that no cell needs a using, as in .NET Interactive.
namespace System;

/// <summary>A text that shows as LaTeX: <c>(LaTeXString)@"\begin{align} … \end{align}"</c>.</summary>
public class LaTeXString(string latexCode)
{
#pragma warning disable CA2225 // Notebooks write the cast.
    public static implicit operator LaTeXString(string source) => new(source);
#pragma warning restore CA2225

    /// <summary>The source.</summary>
    public override string ToString() => latexCode;
}
