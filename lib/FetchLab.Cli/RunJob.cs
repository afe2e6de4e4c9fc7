using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>One notebook to run.</summary>
internal sealed class RunJob(string path)
{
    public string Name { get; } = Path.GetFileName(path);

    public string Folder { get; } = Path.GetDirectoryName(Path.GetFullPath(path))!;

    public Notebook Notebook { get; } = NotebookFile.Read(path);

    public int Cells => Notebook.CodeCells.Count();

    /// <summary>Set by who shows the progress; called with the number of cells done.</summary>
    public Action<int>? CellDone { get; set; }

    /// <summary>The notebooks that files, folders and patterns name, in the order of their names.</summary>
    /// <exception cref="NotebookException">One of them names none, or two have the same file name.</exception>
    public static IReadOnlyList<RunJob> Find(IReadOnlyList<string> names)
    {
        var jobs = names.SelectMany(Expand).Distinct().Select(path => new RunJob(path)).ToList();
        var twice = jobs.GroupBy(job => job.Name).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? jobs : throw new NotebookException(
            $"two notebooks are called '{twice.Key}', and one output would replace the other; run them one by one.");
    }

    /// <summary>Gives parameters other values, in every notebook that has them.</summary>
    /// <exception cref="NotebookException">No notebook has one of them, or a value does not fit.</exception>
    public static void Override(IReadOnlyList<RunJob> jobs, IReadOnlyDictionary<string, string> values)
    {
        var parameters = jobs.Select(job => new NotebookParameters(job.Notebook, job.Name)).ToList();
        if (values.Keys.FirstOrDefault(name => !parameters.Any(notebook => notebook.Names.Contains(name))) is { } unknown)
        {
            var known = parameters.SelectMany(notebook => notebook.Names).Distinct().ToList();
            throw new NotebookException(known.Count == 0
                ? $"there is no parameter '{unknown}': none of the notebooks has a cell tagged 'parameters'."
                : $"there is no parameter '{unknown}'; there is {string.Join(", ", known)}.");
        }

        foreach (var notebook in parameters)
            notebook.Override(values.Where(value => notebook.Names.Contains(value.Key)).ToDictionary());
    }

    private static IEnumerable<string> Expand(string name)
    {
        if (File.Exists(name)) return [name];
        if (name.StartsWith('-')) throw new NotebookException($"there is no option '{name}'; try -p workers=25, or 'fetchlab run --help'.");
        var (folder, pattern) = Directory.Exists(name)
            ? (name, "*.ipynb")
            : (Path.GetDirectoryName(name) is { Length: > 0 } parent ? parent : ".", Path.GetFileName(name));
        // A shell that does not expand patterns hands them on as they are.
        var found = Directory.Exists(folder) && (pattern.Contains('*', StringComparison.Ordinal) || pattern.Contains('?', StringComparison.Ordinal))
            ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).ToList()
            : [];
        return found.Count > 0 ? found : throw new NotebookException(
            $"there is no notebook '{name}' in {Environment.CurrentDirectory}; try notebooks/03-threads.ipynb, from the folder that holds README.md.");
    }
}
