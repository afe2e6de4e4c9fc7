namespace FetchLab.Notebooks.Tests;

public sealed class AskingThePerson : SessionTest
{
    [Fact]
    public async Task Input_AsksWithItsPrompt()
    {
        Session.Input = (prompt, password, _) => $"{prompt}:{password}";

        Assert.Equal("name:False", await ResultAsync("input(\"name\")"));
        Assert.Equal("secret:True", await ResultAsync("password(\"secret\").GetClearTextPassword()"));
        Assert.Equal("******", await ResultAsync("password(\"secret\").ToString()"));
    }

    [Fact]
    public async Task ConsoleInput_IsThePersons()
    {
        Session.Input = (_, _, _) => "typed";

        Assert.Equal("typed", await ResultAsync("Console.ReadLine()"));
        Assert.Equal("typed", await ResultAsync("Console.In.ReadLine()"));
        Assert.Equal("typed", await ResultAsync("await Task.Run(() => Console.ReadLine())"));
        Assert.Equal("ty", await ResultAsync("$\"{(char)Console.Read()}{(char)Console.Read()}\""));
    }

    [Fact]
    public async Task WithoutAPerson_TheInputIsAtItsEnd_AndAskingFails()
    {
        Assert.Equal("True", await ResultAsync("Console.ReadLine() == null && Console.Read() == -1"));
        Assert.Equal(
            "nobody can be asked 'name' here; set a variable in a cell instead, or run the notebook in an editor.",
            (await ErrorAsync("input(\"name\")")).Message);
    }
}
