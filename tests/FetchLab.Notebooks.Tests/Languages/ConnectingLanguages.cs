using System.Globalization;

namespace FetchLab.Notebooks.Tests;

/// <summary>The session's side of a language that a cell connects: a tiny one, which says what it is asked.</summary>
public sealed class ConnectingLanguages : LanguageTest
{
    private const string Connect = "#!connect jupyter --kernel-name echo --kernel-spec echoes";

    private readonly Connector _connector;

    public ConnectingLanguages() : this(new())
    {
    }

    private ConnectingLanguages(Connector connector) : base(connector) => _connector = connector;

    [Fact]
    public async Task Language_IsASwitch_FromTheCellOnThatConnectsIt()
    {
        var outputs = await RunAsync($"{Connect}\n#!echo\none\n#!csharp\n1 + 1");

        Assert.Equal("echo is connected: what follows #!echo runs there.", Assert.IsType<DisplayOutput>(outputs[0]).Data.PlainText);
        Assert.Equal(new StreamOutput("stdout", "\n\none"), outputs[1]);
        Assert.Equal("2", Assert.IsType<ResultOutput>(outputs[2]).Data.PlainText);
        Assert.Equal([("echo", "echoes", Folder)], _connector.Asked);
        Assert.Equal([new StreamOutput("stdout", "two")], await RunAsync("two", "ECHO"));
    }

    [Fact]
    public async Task Values_GoBetweenLanguages_AsTheyAre()
    {
        await DeclareAsync($"{Connect}\nvar list = new List<int> {{ 1 }};\n#!echo\n#!share --from csharp list --as there\n#!sql\ncreate table t as select 4 as n\n#!echo\n#!share t --from sql");

        Assert.Equal("True", await ResultAsync("#!share --from echo there --as back\nList<int> typed = back; object.ReferenceEquals(list, typed)"));
        Assert.Equal("4", await ResultAsync("#!set --name n --value @echo:t\nn[\"n\"][0]"));
        Assert.Equal("there is no 'nope'.", (await ErrorAsync("#!share --from echo nope")).Message);
    }

    [Fact]
    public async Task Type_ThatCSharpCannotName_ComesAsAnObject()
    {
        await DeclareAsync(Connect);
        _connector.Languages[0].Values["hidden"] = new Hidden(3);

        Assert.Equal("Hidden { N = 3 }", await ResultAsync("#!share --from echo hidden\nobject same = hidden; same.ToString()"));
    }

    [Fact]
    public async Task Errors_AreTheLanguagesOwn()
    {
        await DeclareAsync(Connect);

        var error = await ErrorAsync("#!echo\nfail");

        Assert.Equal(("EchoError", "it failed"), (error.Name, error.Message));
        Assert.Equal(["line 1", "line 2"], error.Traceback);
    }

    [Fact]
    public async Task Missing_IsAnErrorOfItsOwnName()
    {
        var error = await ErrorAsync("#!connect jupyter --kernel-name x --kernel-spec missing");

        Assert.Equal((LanguageMissingException.ErrorName, "x is not here; install it."), (error.Name, error.Message));
    }

    [Theory]
    [InlineData("#!connect mssql --kernel-name x", "#!connect: what is connected must be jupyter, but was 'mssql'; try #!connect jupyter --kernel-name python --kernel-spec python3.")]
    [InlineData("#!connect jupyter --kernel-name x", "#!connect needs a name and a kernelspec, as in #!connect jupyter --kernel-name python --kernel-spec python3.")]
    [InlineData("#!connect jupyter --kernel-name x --kernel-spec y --url http://localhost", "#!connect: --url is unknown here, where only this machine's kernels are started; try #!connect jupyter --kernel-name python --kernel-spec python3.")]
    [InlineData("#!connect jupyter --kernel-name sql --kernel-spec y", "#!connect: the engine runs 'sql' itself; take another --kernel-name, such as my-sql.")]
    [InlineData("#!connect jupyter --kernel-name \"a b\" --kernel-spec y", "#!connect: 'a b' cannot be a language's name; take one such as python.")]
    public async Task Connection_ThatCannotBeMade_SaysWhy(string source, string message) => Assert.Equal(message, (await ErrorAsync(source)).Message);

    [Fact]
    public async Task Connecting_Again_StartsAfresh_AndTheSessionsEndEndsAll()
    {
        await DeclareAsync(Connect);
        await DeclareAsync(Connect);

        Assert.Equal([true, false], _connector.Languages.Select(language => language.IsDisposed));
        await Session.DisposeAsync();
        Assert.All(_connector.Languages, language => Assert.True(language.IsDisposed));
    }

    [Fact]
    public async Task List_AndCompletion_KnowIt()
    {
        await DeclareAsync(Connect);

        Assert.Contains("#!echo             what follows runs in the Jupyter kernel echoes.", Assert.IsType<DisplayOutput>(Assert.Single(await RunAsync("#!lsmagic"))).Data.PlainText, StringComparison.Ordinal);
        Assert.Equal(["#!echo"], await TextsAsync("#!ec|"));
        Assert.Equal(["      \nab@9"], await TextsAsync("#!echo\nab|\n#!csharp\n1"));
    }

    [Fact]
    public async Task Language_ThatDoesNotStop_IsLeftBehind_AndBusy()
    {
        await DeclareAsync(Connect);
        using var stop = new CancellationTokenSource();
        var outputs = new List<CellOutput>();

        Assert.False(await Session.ExecuteAsync(
            new("#!echo\nhang", "cell"),
            output =>
            {
                outputs.Add(output);
                stop.CancelAfter(0);
            },
            stop.Token));

        Assert.Equal(
            "the cell was interrupted, but code that it started is still running; restart the kernel to end it.",
            Assert.Single(outputs.OfType<ErrorOutput>()).Message);
        Assert.Equal("echo is still busy with a cell that was interrupted; restart the kernel to end it.", (await ErrorAsync("#!echo\none")).Message);
        Assert.Equal("2", await ResultAsync("1 + 1"));
        _connector.Languages[0].Go.SetResult();
    }

    private sealed record Hidden(int N);

    private sealed class Connector : ILanguageConnector
    {
        public List<(string Name, string Spec, string Folder)> Asked { get; } = [];

        public List<Echo> Languages { get; } = [];

        public Task<ILanguage> ConnectAsync(string name, string spec, string folder, CancellationToken cancellationToken)
        {
            if (spec == "missing") throw new LanguageMissingException(name, $"{name} is not here; install it.");
            Asked.Add((name, spec, folder));
            var language = new Echo(name);
            Languages.Add(language);
            return Task.FromResult<ILanguage>(language);
        }
    }

    private sealed class Echo(string name) : ILanguage
    {
        public string Name => name;

        public Dictionary<string, object?> Values { get; } = [];

        public TaskCompletionSource Go { get; } = new();

        public bool IsDisposed { get; private set; }

        public Task RunAsync(string code, LanguageCell cell)
        {
            if (code.Contains("fail", StringComparison.Ordinal)) throw new LanguageErrorException("EchoError", "it failed", ["line 1", "line 2"]);
            cell.Put(new StreamOutput("stdout", code));
            return code.Contains("hang", StringComparison.Ordinal) ? Go.Task : Task.CompletedTask;
        }

        public Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
            Task.FromResult<Completion?>(new(0, position, [new(string.Create(CultureInfo.InvariantCulture, $"{code[..position]}@{position}"), "text")]));

        public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) => Task.FromResult<MimeBundle?>(null);

        public Task<object?> GetAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(Values.TryGetValue(name, out var value) ? value : throw new NotebookException($"there is no '{name}'."));

        public Task SetAsync(string name, object? value, CancellationToken cancellationToken)
        {
            Values[name] = value;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
