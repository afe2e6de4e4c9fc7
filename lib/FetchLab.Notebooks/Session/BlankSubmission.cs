using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>
/// The submission to come, before anybody has typed it. Every submission is bound to all that it refers to, some 180 files,
/// and to those before it; that takes as long as the compiler needs for a short cell, and it can be done while the one before it
/// is compiled, on another core.
/// </summary>
internal sealed class BlankSubmission
{
    private readonly CSharpCompilation _previous;
    private readonly string _folder;
    private readonly Lazy<CSharpCompilation> _bound;

    /// <param name="previous">The submission before it.</param>
    /// <param name="folder">Where its relative paths start.</param>
    /// <param name="make">Makes it, without code.</param>
    public BlankSubmission(CSharpCompilation previous, string folder, Func<CSharpCompilation> make)
    {
        (_previous, _folder) = (previous, folder);
        _bound = new(() =>
        {
            var blank = make();
            _ = blank.Assembly; // Asked for this, it binds.
            return blank;
        });
        _ = Task.Run(Wait);
    }

    /// <summary>Whether it is what comes after a submission, in a folder.</summary>
    public bool Follows(CSharpCompilation previous, string folder) => _previous == previous && _folder == folder;

    /// <summary>Waits until it is bound; where the pool has no thread to spare, it is bound here.</summary>
    public void Wait() => _ = _bound.Value;

    /// <summary>The submission, with its code.</summary>
    public CSharpCompilation With(SyntaxTree code) => _bound.Value.AddSyntaxTrees(code);
}
