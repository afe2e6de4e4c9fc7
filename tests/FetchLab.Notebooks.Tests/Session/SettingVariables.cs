namespace FetchLab.Notebooks.Tests;

public sealed class SettingVariables : SessionTest
{
    [Theory]
    [InlineData("#!set --name url --value https://localhost/", "https://localhost/")]
    [InlineData("#!set --name url --value \"one two \\ three\"", "one two \\ three")]
    [InlineData("#!set --value x --name url", "x")]
    [InlineData("#!set --name url --value @input:\"Which page?\"", "typed for Which page?")]
    [InlineData("#!set --name url --value @input:page", "typed for page")]
    [InlineData("#!set --name url --value @input", "typed for url")]
    [InlineData("#!set --name url --value @input:{\"prompt\": \"Which page?\", \"saveAs\": \"page\"}", "typed for Which page?")]
    [InlineData("#!set --name url --value @csharp:other", "there")]
    [InlineData("#!share --from csharp other --as url", "there")]
    [InlineData("#!share other --from csharp --as url", "there")]
    public async Task Directive_SetsAVariable(string directive, string value)
    {
        Session.Input = (prompt, password, _) => password ? "" : $"typed for {prompt}";
        await RunAsync("var other = \"there\";");

        Assert.Equal(value, await ResultAsync(directive + "\nurl"));
        Assert.Equal(value, await ResultAsync("url"));
    }

    [Fact]
    public async Task Password_IsAskedForUnseen_AndNotShown()
    {
        Session.Input = (prompt, password, _) => $"{prompt}{password}";

        Assert.Equal("key:True", await ResultAsync("#!set --name secret --value @password:\"key:\"\nsecret.GetClearTextPassword()"));
        Assert.Equal("******", await ResultAsync("secret.ToString()"));
    }

    [Fact]
    public async Task Share_UnderTheSameName_ChangesNothing()
    {
        await RunAsync("var total = 3;");

        Assert.Equal("3", await ResultAsync("#!share --from csharp total\ntotal"));
    }

    [Theory]
    [InlineData("#!set --name x", "#!set needs a name and a value, as in #!set --name city --value Oslo, or --value @input:\"Which city?\".")]
    [InlineData("#!set --name 1x --value y", "#!set: '1x' cannot be a variable's name; take one such as total.")]
    [InlineData("#!set --name x --value @python:y", "#!set --value @python:y: 'python' is no language of this session, nor @input or @password; connect it first: #!connect jupyter --kernel-name python --kernel-spec python3.")]
    [InlineData("#!set --name x --value @input", "nobody can be asked 'x' here; set a variable in a cell instead, or run the notebook in an editor.")]
    [InlineData("#!share x", "#!share needs a name and where it is from, as in #!share total --from csharp.")]
    [InlineData("#!share --from python list", "#!share list --from python: 'python' is no language of this session; connect it first: #!connect jupyter --kernel-name python --kernel-spec python3.")]
    public async Task Directive_ThatCannotBeFollowed_SaysWhy(string source, string message) =>
        Assert.Equal(message, (await ErrorAsync(source)).Message);
}
