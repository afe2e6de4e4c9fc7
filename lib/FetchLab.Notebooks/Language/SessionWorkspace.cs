using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace FetchLab.Notebooks;

/// <summary>The session as the compiler's language features see it: a project for each block of submissions that still matter.</summary>
/// <remarks>
/// Below them all stands an empty submission that carries every reference, so that the others can come and go without
/// the framework being read again. At the top stands the code being typed.
/// </remarks>
internal sealed class SessionWorkspace(SubmissionChain chain, string folder)
{
    private readonly Lock _gate = new();
    private readonly ProjectId _root = ProjectId.CreateNewId("references");
    private readonly DocumentId _typed = DocumentId.CreateNewId(ProjectId.CreateNewId("typed"));
    private Dictionary<CSharpCompilation, (SubmissionBlock Block, ProjectId Project)> _projects = [];
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
        return submissions is null ? solution : WithProjects(solution, VisibleSubmissions.Among(submissions));
    }

    private Solution WithReferences(Solution solution, IEnumerable<CSharpCompilation> submissions, IEnumerable<MetadataReference> added)
    {
        var references = _references.Length == 0 ? [.. SessionAssemblies.Initial] : _references;
        references = [.. references.Concat(submissions.SelectMany(submission => submission.References)).Concat(added).Distinct()];
        if (references.Length == _references.Length) return solution;
        _references = references;
        return solution.WithProjectMetadataReferences(_root, references);
    }

    private Solution WithProjects(Solution solution, IReadOnlyList<SubmissionBlock> blocks)
    {
        var projects = new Dictionary<CSharpCompilation, (SubmissionBlock Block, ProjectId Project)>();
        var previous = _root;
        foreach (var block in blocks)
        {
            var isKnown = _projects.TryGetValue(block.First, out var known) && known.Block.IsSameAs(block);
            var project = isKnown ? known.Project : ProjectId.CreateNewId(block.First.AssemblyName);
            solution = isKnown ? Follow(solution, project, previous) : Add(solution, project, block, previous);
            projects[block.First] = (block, project);
            previous = project;
        }

        solution = Follow(solution, _typed.ProjectId, previous);
        var kept = projects.Values.Select(entry => entry.Project).ToHashSet();
        foreach (var (_, project) in _projects.Values)
            if (!kept.Contains(project)) solution = solution.RemoveProject(project);
        _projects = projects;
        return solution;
    }

    private static Solution Add(Solution solution, ProjectId project, SubmissionBlock block, ProjectId previous) => solution
        .AddProject(Project(project, block.First.Options, previous))
        .AddDocument(DocumentId.CreateNewId(project), "cell", block.Source(), filePath: block.First.SyntaxTrees[^1].FilePath);

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
