using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Finds the submissions that still matter to the next one.</summary>
/// <remarks>
/// A long session declares the same names again and again. A submission matters while something that it declared is
/// not declared anew since, or while the declaration of a later one that matters names it. The others are left out: a session
/// of 500 cells then costs what its visible declarations cost.
/// </remarks>
internal static class VisibleSubmissions
{
    /// <summary>A submission and the ones before it, the first one first.</summary>
    public static IReadOnlyList<CSharpCompilation> Chain(CSharpCompilation? last)
    {
        var chain = new List<CSharpCompilation>();
        for (var submission = last; submission is not null; submission = submission.ScriptCompilationInfo?.PreviousScriptCompilation)
            chain.Add(submission);
        chain.Reverse();
        return chain;
    }

    /// <summary>Those of a chain that matter, in its order, in blocks that can be read as one submission each.</summary>
    public static IReadOnlyList<SubmissionBlock> Among(IReadOnlyList<CSharpCompilation> chain)
    {
        var names = chain.Select(SubmissionNames.Of).ToList();
        var keep = new bool[chain.Count];
        var hidden = new HashSet<string>();
        var needed = new HashSet<string>();
        for (var index = chain.Count - 1; index >= 0; index--)
        {
            keep[index] = names[index].Declared.Any(declared => !declared.IsAmong(hidden) || needed.Contains(declared.Name));
            foreach (var declared in names[index].Declared) hidden.Add(declared.Key);
            if (!keep[index]) continue;
            // The nearest earlier declaration is the one that is meant: from here down its name is needed no more.
            needed.ExceptWith(names[index].Declared.Select(declared => declared.Name));
            needed.UnionWith(names[index].Needed);
        }

        var blocks = new List<SubmissionBlock>();
        foreach (var index in Enumerable.Range(0, chain.Count).Where(index => keep[index]))
            if (blocks.Count == 0 || !blocks[^1].TryAdd(index, chain[index], names[index])) blocks.Add(new(index, chain[index], names[index]));
        return blocks;
    }
}
