using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary><c>#!connect</c>: an installed Jupyter kernel becomes a language of the session.</summary>
internal sealed partial class ConnectDirective : IDirective
{
    private const string Example = "#!connect jupyter --kernel-name python --kernel-spec python3";

    public IReadOnlyList<string> Names => ["#!connect"];

    public string Sentence => $"starts an installed Jupyter kernel as a language ({Example}).";

    /// <summary>The names that the directives in a source connect.</summary>
    public static HashSet<string> NamesIn(string source) => source.Contains("#!connect", StringComparison.Ordinal)
        ? Connected().Matches(source).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase)
        : [];

    public async Task RunAsync(DirectiveCall call)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options.Plain != "jupyter")
            throw new NotebookException($"#!connect: what is connected must be jupyter, but was '{options.Plain}'; try {Example}.");
        if (options["kernel-name"] is not { } name || options["kernel-spec"] is not { } spec)
            throw new NotebookException($"#!connect needs a name and a kernelspec, as in {Example}.");
        if (options.Names.FirstOrDefault(option => option is not ("kernel-name" or "kernel-spec")) is { } unknown)
            throw new NotebookException($"#!connect: --{unknown} is unknown here, where only this machine's kernels are started; try {Example}.");
        if (!Name().IsMatch(name))
            throw new NotebookException($"#!connect: '{name}' cannot be a language's name; take one such as python.");
        if (Languages.Find(name) is not null)
            throw new NotebookException($"#!connect: the engine runs '{name}' itself; take another --kernel-name, such as my-{name}.");

        await call.Runner.Languages.ConnectAsync(name, spec, call.Scope.Run.Stopping);
        $"{name} is connected: what follows #!{name} runs there.".DisplayAs(MimeTypes.Plain);
    }

    [GeneratedRegex(@"^\s*#!connect\s.*--kernel-name\s+""?(\w[\w.-]*)", RegexOptions.Multiline)]
    private static partial Regex Connected();

    [GeneratedRegex(@"^\w[\w.-]*$")]
    private static partial Regex Name();
}
