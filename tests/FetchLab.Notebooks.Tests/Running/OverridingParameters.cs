namespace FetchLab.Notebooks.Tests;

public class OverridingParameters
{
    private const string Source = "int workers = 10, pages = 100;\ndouble rate = 0.5;\nvar host = \"apple\";\nbool warm = true; long bytes = 1;";

    [Fact]
    public void Names_AreTheVariablesOfTheTaggedCell() =>
        Assert.Equal(["workers", "pages", "rate", "host", "warm", "bytes"], new NotebookParameters(Tagged(Source), "it").Names);

    [Theory]
    [InlineData("workers", "25", "workers = 25;")]
    [InlineData("workers", "-3", "workers = -3;")]
    [InlineData("rate", "2", "rate = 2d;")]
    [InlineData("rate", "1e-3", "rate = 0.001d;")]
    [InlineData("host", "a \"b\"\\", "host = \"a \\\"b\\\"\\\\\";")]
    [InlineData("warm", "false", "warm = false;")]
    [InlineData("bytes", "5000000000", "bytes = 5000000000L;")]
    public void Override_PutsACellAfterTheParameters(string name, string value, string code)
    {
        var notebook = Tagged(Source);

        new NotebookParameters(notebook, "it").Override(new Dictionary<string, string> { [name] = value });

        Assert.Equal([Source, code, "workers"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal("injected-parameters", notebook.Cells[1].Id);
        Assert.Equal(["injected-parameters"], notebook.Cells[1].Tags);
    }

    [Theory]
    [InlineData("workers", "abc", "parameter workers of it must be a whole number, but was 'abc'; try workers=10.")]
    [InlineData("workers", "2.5", "parameter workers of it must be a whole number, but was '2.5'; try workers=10.")]
    [InlineData("workers", "99999999999", "parameter workers of it must be a whole number, but was '99999999999'; try workers=10.")]
    [InlineData("rate", "NaN", "parameter rate of it must be a number, but was 'NaN'; try rate=0.5.")]
    [InlineData("warm", "yes", "parameter warm of it must be true or false, but was 'yes'; try warm=true.")]
    [InlineData("wrokers", "1", "it has no parameter 'wrokers'; it has workers, pages, rate, host, warm, bytes.")]
    [InlineData("workers", "1; System.IO.File.Delete(\"x\")", "parameter workers of it must be a whole number, but was '1; System.IO.File.Delete(\"x\")'; try workers=10.")]
    public void Override_ThatDoesNotFit_SaysWhatDoes(string name, string value, string message)
    {
        var error = Assert.Throws<NotebookException>(() =>
            new NotebookParameters(Tagged(Source), "it").Override(new Dictionary<string, string> { [name] = value }));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Override_WithoutAParametersCell_SaysSo()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("1", "one"));

        var error = Assert.Throws<NotebookException>(() =>
            new NotebookParameters(notebook, "it").Override(new Dictionary<string, string> { ["workers"] = "1" }));

        Assert.Equal("it has no cell tagged 'parameters', so there is no 'workers' to set.", error.Message);
    }

    private static Notebook Tagged(string source)
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code(source, "knobs", "parameters"));
        notebook.Add(NotebookCell.Code("workers", "use"));
        return notebook;
    }
}
