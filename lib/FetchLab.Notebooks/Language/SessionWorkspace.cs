using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace FetchLab.Notebooks;

/// <summary>The session as the compiler's language features see it: a project for each submission that still matters.</summary>
/// <remarks>
/// Below them all stands an empty submission that carries every reference, so that the others can come and go without
/// the framework being read again. At the top stands the code being typed.
/// </remarks>
internal sealed class SessionWorkspace(SubmissionChain chain, string folder)
{
    private readonly Lock _gate = new();
    private readonly ProjectId _root = ProjectId.CreateNewId("references");
    private readonly DocumentId _typed = DocumentId.CreateNewId(ProjectId.CreateNewId("typed"));
    private readonly VisibleSubmissions _visible = new();
    private Dictionary<CSharpCompilation, ProjectId> _projects = [];
    private ImmutableArray<MetadataReference> _references = [];
    private CSharpCompilation? _last;
    private Solution? _solution;

    /// <summary>The code as a document that comes after the session's cells as they are now.</summary>
    public Document Open(string code)
    {
        lock (_gate)
        {
            // Kept, with the text of this moment: the next solution inherits what this one will have worked out.
            var solution = Update(_solution ?? Create());
            _solution = solution.WithDocumentText(_typed, SourceText.From(code), PreservationMode.PreserveIdentity);
            return _solution.GetDocument(_typed)!;
        }
    }

    private Solution Create()
    {
        var host = MefHostServices.Create(MefHostServices.DefaultAssemblies);
        return new AdhocWorkspace(host).CurrentSolution
            .AddProject(Project(_root, chain.Options(folder), previous: null))
            .AddProject(Project(_typed.ProjectId, chain.Options(folder), _root))
            .AddDocument(_typed, "typed", SourceText.From(""));
    }

    private Solution Update(Solution solution)
    {
        var (last, added) = (chain.Last, chain.Added);
        var submissions = last == _last && _solution is not null ? null : VisibleSubmissions.Chain(last);
        _last = last;
        solution = WithReferences(solution, submissions ?? [], added);
        return submissions is null ? solution : WithProjects(solution, _visible.Among(submissions));
    }

    private Solution WithReferences(Solution solution, IEnumerable<CSharpCompilation> submissions, IEnumerable<MetadataReference> added)
    {
        var references = _references.Length == 0 ? [.. SessionAssemblies.Initial] : _references;
        references = [.. references.Concat(submissions.SelectMany(submission => submission.References)).Concat(added).Distinct()];
        if (references.Length == _references.Length) return solution;
        _references = references;
        return solution.WithProjectMetadataReferences(_root, references);
    }

    private Solution WithProjects(Solution solution, IReadOnlyList<CSharpCompilation> visible)
    {
        var projects = visible.ToDictionary(
            submission => submission,
            submission => _projects.GetValueOrDefault(submission) ?? ProjectId.CreateNewId(submission.AssemblyName));
        var previous = _root;
        foreach (var submission in visible)
        {
            var project = projects[submission];
            solution = _projects.ContainsKey(submission)
                ? Follow(solution, project, previous)
                : Add(solution, project, submission, previous);
            previous = project;
        }

        solution = Follow(solution, _typed.ProjectId, previous);
        foreach (var (submission, project) in _projects)
            if (!projects.ContainsKey(submission)) solution = solution.RemoveProject(project);
        _projects = projects;
        return solution;
    }

    private static Solution Add(Solution solution, ProjectId project, CSharpCompilation submission, ProjectId previous)
    {
        // The last tree is the cell's own; what it loads stands before it, and comes by its #load again.
        var tree = submission.SyntaxTrees[^1];
        return solution
            .AddProject(Project(project, submission.Options, previous))
            .AddDocument(DocumentId.CreateNewId(project), "cell", tree.GetRoot(), filePath: tree.FilePath);
    }

    private static Solution Follow(Solution solution, ProjectId project, ProjectId previous) =>
        solution.GetProject(project)!.ProjectReferences.Single().ProjectId == previous
            ? solution
            : solution.WithProjectReferences(project, [new(previous)]);

    private static ProjectInfo Project(ProjectId id, CSharpCompilationOptions options, ProjectId? previous) => ProjectInfo
        .Create(
            id,
            VersionStamp.Default,
            "submission",
            "submission",
            LanguageNames.CSharp,
            compilationOptions: options,
            parseOptions: SubmissionChain.Parsing,
            projectReferences: previous is null ? [] : [new(previous)],
            isSubmission: true);
}
