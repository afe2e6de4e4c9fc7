namespace FetchLab.Notebooks;

/// <summary><c>#!value</c> and the text behind it: kept under a name, for other languages to take.</summary>
internal static class ValueCell
{
    private const string Usage = "#!value needs a name, as in #!value --name page, with the text below it, or --from-file page.json.";

    /// <param name="call">The directive.</param>
    /// <param name="text">What stands behind it.</param>
    /// <exception cref="NotebookException">It has no name, or its file cannot be read.</exception>
    public static async Task RunAsync(DirectiveCall call, string text)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options["name"] is not { } name) throw new NotebookException(Usage);
        var value = (options["from-file"], options["from-url"]) switch
        {
            ({ } file, _) => await ReadAsync(call, file),
            (_, { } address) => throw new NotebookException(
                $"#!value --from-url {address}: the engine fetches nothing by itself; let a cell fetch it: var {name} = await new HttpClient().GetStringAsync(\"{address}\");"),
            _ => text,
        };
        await call.Runner.Languages.Open(ValueLanguage.OwnName).SetAsync(name, value, call.Scope.Run.Stopping);
        if (options["mime-type"] is { } type) value.DisplayAs(type);
    }

    private static async Task<string> ReadAsync(DirectiveCall call, string file)
    {
        try
        {
            return await File.ReadAllTextAsync(Path.GetFullPath(file, call.Scope.Folder), call.Scope.Run.Stopping);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NotebookException($"#!value --from-file {file}: {error.Message.TrimEnd('.')}; paths start in {call.Scope.Folder}.", error);
        }
    }
}
