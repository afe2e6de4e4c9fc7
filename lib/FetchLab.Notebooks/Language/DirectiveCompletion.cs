using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Completes the lines that only the engine reads: the directives' names, and the files that they take.</summary>
internal static partial class DirectiveCompletion
{
    private static readonly string[] _imports = [".cs", ".csx", ".dib", ".ipynb"];
    private static readonly string[] _libraries = [".dll"];
    private static readonly string[] _scripts = [".cs", ".csx"];

    /// <summary>What could stand at the cursor; null if it is not in a directive.</summary>
    /// <param name="typed">The cell.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="connected">The languages that cells have connected.</param>
    public static Completion? Complete(TypedCode typed, string folder, IEnumerable<string> connected)
    {
        // In another language a lone sign may begin a comment.
        if (typed.IsForeign && !typed.LineBeforeCursor.TrimStart().StartsWith("#!", StringComparison.Ordinal)) return null;
        if (InName().Match(typed.LineBeforeCursor) is { Success: true } name) return Names(typed, name.Groups[1].Value, connected);
        if (InArgument().Match(typed.LineBeforeCursor) is not { Success: true } argument) return null;
        var written = argument.Groups[2].Value;
        return argument.Groups[1].Value switch
        {
            "#!import" => Files(typed, written, folder, _imports),
            "#load" => Files(typed, written, folder, _scripts),
            "#r" => Files(typed, written, folder, _libraries, "nuget:"),
            "#i" => Answer(typed, written, ["nuget:"], "keyword"),
            _ => new(typed.Position, typed.Position, []),
        };
    }

    private static Completion? Names(TypedCode typed, string written, IEnumerable<string> connected)
    {
        var names = Answer(typed, written, Directives.Names.Concat(connected.Select(name => "#!" + name)), "directive");
        // A lone sign may also be the compiler's own, such as #region.
        return names.Items.Count > 0 || written.StartsWith("#!", StringComparison.Ordinal) ? names : null;
    }

    private static Completion Files(TypedCode typed, string written, string folder, string[] extensions, params string[] others)
    {
        var slash = written.LastIndexOfAny(['/', '\\']) + 1;
        var found = new List<CompletionItem>(others
            .Where(other => slash == 0 && other.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            .Select(other => new CompletionItem(other, "keyword")));
        try
        {
            found.AddRange(new DirectoryInfo(Path.GetFullPath(written[..slash], folder)).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(written[slash..], StringComparison.OrdinalIgnoreCase) && !entry.Name.StartsWith('.'))
                .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(entry => entry is DirectoryInfo).ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .Take(CodeCompletion.MostItems)
                .Select(entry => entry is DirectoryInfo
                    ? new CompletionItem(written[..slash] + entry.Name + "/", "folder")
                    : new(written[..slash] + entry.Name, "file")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No such folder, or none that may be read: there is nothing to offer.
        }

        return new(typed.Position - written.Length, typed.Position, found);
    }

    private static Completion Answer(TypedCode typed, string written, IEnumerable<string> texts, string kind) => new(
        typed.Position - written.Length,
        typed.Position,
        [.. texts.Where(text => text.StartsWith(written, StringComparison.OrdinalIgnoreCase)).Select(text => new CompletionItem(text, kind))]);

    [GeneratedRegex(@"^\s*(#(?:!?[\w-]*))$")]
    private static partial Regex InName();

    [GeneratedRegex(@"^\s*(#![\w-]+|#r|#i|#load)\s*(?:(?<=\s)|(?=""))""?([^""]*)$")]
    private static partial Regex InArgument();
}
