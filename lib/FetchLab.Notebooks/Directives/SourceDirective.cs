namespace FetchLab.Notebooks;

/// <summary><c>#i</c>: one more place to look for packages in.</summary>
internal sealed class SourceDirective : IDirective
{
    private const string Scheme = "nuget:";

    public IReadOnlyList<string> Names => ["#i"];

    public string Sentence => "adds a place where packages are looked for (#i \"nuget: ADDRESS OR FOLDER\").";

    public Task RunAsync(DirectiveCall call)
    {
        if (!call.Argument.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw new NotebookException($"#i \"{call.Argument}\": a place must begin with nuget:, as in #i \"nuget: ./packages\".");
        var place = call.Argument[Scheme.Length..].Trim();
        if (!call.Runner.Packages.AddSource(place))
            throw new NotebookException($"#i \"{call.Argument}\": there is no folder {place}; name one that holds packages, or an address such as https://packages.example.org/v3/index.json.");
        return Task.CompletedTask;
    }
}
