namespace FetchLab.Notebooks;

/// <summary><c>#load</c>: is listed here, and left to the compiler, which knows it.</summary>
internal sealed class LoadDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#load"];

    public string Sentence => "compiles a C# script file into this cell (#load \"file.csx\").";

    public Task RunAsync(DirectiveCall call) => Task.CompletedTask;
}
