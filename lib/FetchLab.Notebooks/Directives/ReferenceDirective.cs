namespace FetchLab.Notebooks;

/// <summary><c>#r</c>: an assembly file, a framework assembly, or a package.</summary>
internal sealed class ReferenceDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#r"];

    public string Sentence => "references a DLL (#r \"bin/My.dll\") or a package (#r \"nuget: Name, 1.2.3\").";

    public async Task RunAsync(DirectiveCall call)
    {
        var (runner, reference) = (call.Runner, call.Argument);
        if (PackageReference.Parse(reference.Split('\n')[0]) is not null)
        {
            var packages = reference.Split('\n').Select(line => PackageReference.Parse(line)!).ToList();
            foreach (var compile in await runner.Packages.AddAsync(packages, runner.Assemblies, call.Scope.Run.Stopping)) runner.Chain.Add(compile);
            return;
        }

        runner.Chain.Add(runner.Assemblies.Reference(reference, call.Scope.Folder, runner.Folder) ?? throw new NotebookException(
            $"#r \"{reference}\": there is no such file in {call.Scope.Folder}; if a build makes it, run 'dotnet build' first."));
    }
}
