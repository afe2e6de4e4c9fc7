using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>The directives, in the order in which they are listed.</summary>
internal static class KnownDirectives
{
    public static IReadOnlyList<IDirective> All { get; } =
    [
        new ReferenceDirective(),
        new SourceDirective(),
        new LoadDirective(),
        new ImportDirective(),
        .. LanguageDirective.All,
        new ConnectDirective(),
        new TimeDirective(),
        new SetDirective(),
        new ShareDirective(),
        new WhoDirective(),
        new WhosDirective(),
        new ListDirective(),
        new AboutDirective(),
        .. MissingDirective.All,
    ];

    /// <exception cref="NotebookException">There is none of this name.</exception>
    public static IDirective Find(DirectivePart part) =>
        All.FirstOrDefault(directive => directive.Names.Contains(part.Name, StringComparer.OrdinalIgnoreCase))
        ?? throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
            $"line {part.Line}: unknown directive '{part.Name}'; the engine knows {string.Join(", ", Working.Select(directive => directive.Names[0]))}."));

    /// <summary>Those that act in a stretch of any language that has values; the others are that language's own text there.</summary>
    public static IReadOnlySet<string> Anywhere { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "#!share", "#!set", "#!time", "#!connect", "#!who", "#!whos", "#!lsmagic", "#!about",
    };

    /// <summary>Those that do something.</summary>
    public static IEnumerable<IDirective> Working => All.Where(directive => directive is not MissingDirective);
}
