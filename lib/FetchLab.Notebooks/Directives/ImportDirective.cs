namespace FetchLab.Notebooks;

/// <summary><c>#!import</c>: what a file declares, its usings too, holds for the cells that follow: it runs as cells of this session.</summary>
internal sealed class ImportDirective : IDirective
{
    private const int Deepest = 16;

    public IReadOnlyList<string> Names => ["#!import"];

    public string Sentence => "runs a file's code as cells of this session (#!import file: .cs, .csx, .dib or .ipynb).";

    public async Task RunAsync(DirectiveCall call)
    {
        var ((folder, depth), path) = ((call.Scope.Folder, call.Scope.Depth), call.Argument);
        if (depth == Deepest)
            throw new NotebookException($"#!import {path}: files import each other {Deepest} deep; take one #!import out.");
        var file = new[] { folder, call.Runner.Folder }.Select(start => Path.GetFullPath(path, start)).FirstOrDefault(File.Exists)
            ?? throw new NotebookException($"#!import {path}: there is no such file in {folder}; try #!import lab.csx.");

        var scope = call.Scope with { Name = Path.GetFileName(file), Folder = Path.GetDirectoryName(file)!, Depth = depth + 1 };
        foreach (var (language, source) in Cells(file, path, call.Runner.Languages)) await call.Runner.RunAsync(source, language, scope);
    }

    // Prose stays where it is, and so does what only another engine can run.
    private static IEnumerable<(string? Language, string Source)> Cells(string file, string path, SessionLanguages languages) => (Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CS" or ".CSX" => [(null, File.ReadAllText(file))],
        ".DIB" => DibFile.Cells(File.ReadAllText(file), languages),
        ".IPYNB" => NotebookFile.Read(file).CodeCells.Select(cell => (cell.Language, cell.Source)),
        var other => throw new NotebookException($"#!import {path}: '{other}' files cannot be imported; .cs, .csx, .dib and .ipynb can."),
    }).Where(cell => languages.Find(cell.Language ?? Languages.CSharp) is not (null or "markdown"));
}
