using System.Text;

namespace FetchLab.Notebooks;

/// <summary>Holds a notebook against the rules of the course: its form, its rhythm and what it reaches for.</summary>
public static class NotebookCheck
{
    private static readonly INotebookRule[] _rules =
    [
        new FormatRule(),
        new IdRule(),
        new OutputRule(),
        new TitleRule(),
        new ParametersRule(),
        new ResultRule(),
        new HeadingRule(),
        new CodeRunRule(),
        new CodeLengthRule(),
        new ProseLengthRule(),
        new LinkRule(),
        new PackageRule(),
        new AddressRule(),
        new ExerciseRule(),
    ];

    /// <summary>What a file's notebook breaks, rule by rule; nothing where it keeps them all.</summary>
    /// <exception cref="NotebookException">The file is missing, is no JSON or is no nbformat 4 document.</exception>
    public static IReadOnlyList<Finding> Check(string path)
    {
        var notebook = NotebookFile.Read(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Check(new CheckedNotebook(notebook, File.ReadAllText(path, Encoding.UTF8), folder));
    }

    internal static IReadOnlyList<Finding> Check(CheckedNotebook notebook) => [.. _rules.SelectMany(rule => rule.Check(notebook))];
}
