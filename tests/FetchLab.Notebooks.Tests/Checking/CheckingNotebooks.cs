using System.Text.Json.Nodes;

namespace FetchLab.Notebooks.Tests;

public sealed class CheckingNotebooks : IDisposable
{
    private readonly Lesson _lesson = new();

    [Fact]
    public void Lesson_ThatKeepsAllRules_HasNoFinding() => Assert.Empty(_lesson.Findings());

    [Fact]
    public void Format_OfAnotherVersion_IsFound()
    {
        _lesson.Notebook.Json["nbformat_minor"] = 4;

        Finds("notebook: nbformat must be 4.5, but is 4.4; run fetchlab strip.");
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n ", "\n  ")]
    [InlineData("\n}\n", "\n}")]
    public void Layout_ThatIsNotJupyters_IsFound(string asJupyter, string other) => Assert.Equal(
        ["notebook: the indentation, the line ends or the last line's end are not Jupyter's; run fetchlab strip."],
        _lesson.Findings(NotebookFile.ToText(_lesson.Notebook).Replace(asJupyter, other, StringComparison.Ordinal)));

    [Fact]
    public void Id_ThatIsMissing_IsFoundAtItsPlace()
    {
        _lesson["knobs"].Json.Remove("id");

        Finds("cell 3: it has no id; run fetchlab strip.");
    }

    [Fact]
    public void Id_OfTwoCells_IsFoundAtTheSecond()
    {
        _lesson["knobs"].SetId("title");

        Finds("title: two cells have this id; run fetchlab strip.");
    }

    [Theory]
    [InlineData("3f2a9c1e")]
    [InlineData("a1b2c3d4-e5f6-4711-8899-aabbccddeeff")]
    [InlineData("Knobs")]
    [InlineData("the knobs")]
    public void Id_ThatNobodyCanRead_IsFound(string id)
    {
        _lesson["knobs"].SetId(id);

        Finds($"{id}: the id '{id}' does not say what the cell is for; write one such as predict-prose.");
    }

    [Fact]
    public void OutputOrCount_IsFound()
    {
        _lesson["import"].SetOutputs([], 1);
        _lesson["check"].SetOutputs([new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "1" }], null);

        Finds(
            "import: it holds an output or an execution count; run fetchlab strip.",
            "check: it holds an output or an execution count; run fetchlab strip.");
    }

    [Fact]
    public void FirstCell_ThatIsNoTitle_IsFound()
    {
        _lesson.Write("title", "## Threads");

        Finds("notebook: the first cell is not the title; begin with a Markdown cell such as '# 03 · Threads'.");
    }

    [Fact]
    public void SecondTitle_IsFound_ButNotInACodeFence()
    {
        _lesson.Write("knobs", "```\n# a comment\n```");
        _lesson.Write("result-prose", "# What we know now");

        Finds("result-prose: it is a second title; begin its heading with ##.");
    }

    [Fact]
    public void Parameters_ThatAreNotTagged_AreFound()
    {
        _lesson["parameters"].Json["metadata"] = new JsonObject();

        Finds("notebook: no code cell is tagged 'parameters'; tag the one with the knobs.");
    }

    [Fact]
    public void Parameters_InTwoCells_AreFound()
    {
        _lesson.AddAfter("parameters", NotebookCell.Code("int more = 1;", "more", "parameters"));

        Finds("more: a second cell is tagged 'parameters'; keep all knobs in one cell.");
    }

    [Theory]
    [InlineData("int workers = Environment.ProcessorCount;", "int workers = Environment.ProcessorCount;")]
    [InlineData("int workers;", "int workers;")]
    [InlineData("TimeSpan latency = default;", "TimeSpan latency = default;")]
    [InlineData("int workers = 10;\nConsole.WriteLine(workers);", "Console.WriteLine(workers);")]
    public void Parameters_ThatNoToolCanSet_AreFound(string source, string wrong)
    {
        _lesson.Write("parameters", source);

        Finds($"parameters: '{wrong}' cannot be set from outside; declare knobs alone, such as 'int workers = 10;'.");
    }

    [Fact]
    public void Result_ThatIsNotTagged_IsFound()
    {
        _lesson["result"].Json["metadata"] = new JsonObject();

        Finds("notebook: no code cell is tagged 'result'; tag the one that states the claim.");
    }

    [Fact]
    public void Result_InTwoCells_OrBeforeOthers_IsFound()
    {
        _lesson.Add(NotebookCell.Code("1", "second", "result"));
        _lesson.Add(NotebookCell.Markdown("Prose.", "prose"));
        _lesson.Add(NotebookCell.Code("2", "late"));

        Finds(
            "second: a second cell is tagged 'result'; state the claim in one cell.",
            "second: the result is not the last code cell; move it behind the others.");
    }

    [Fact]
    public void Heading_ThatIsMissing_IsFoundWhereItShouldBe()
    {
        _lesson.Write("exercise-prose", "Write one.");
        _lesson.Write("result-prose", "We know it.");

        Finds("result-prose: no heading stands in the 7 cells before it; begin a section here, or earlier.");
    }

    [Fact]
    public void CodeCells_ThreeInARow_AreFound()
    {
        _lesson.AddAfter("parameters", NotebookCell.Code("1", "second"));
        _lesson.AddAfter("second", NotebookCell.Code("2", "third"));

        Finds("third: it is the third code cell in a row; say before it, in prose, what will be seen.");
    }

    [Fact]
    public void Code_OfTooManyLines_OrOfALongOne_IsFound()
    {
        _lesson.Write("import", string.Join('\n', Enumerable.Repeat("1;", 15)) + "\n");
        _lesson.Write("check", $"await Check.Sum(answer) // {new string('x', 80)}");
        _lesson.Write("result", $"{new string(' ', 92)}1");

        Finds(
            "import: code must have at most 15 lines, but has 16; split the cell, or move a part to the library.",
            "check: a line must have at most 92 characters, but 'await Check.Sum(answ…' has 107; break it.",
            "result: a line must have at most 92 characters, but '1…' has 93; break it.");
    }

    [Fact]
    public void Prose_OfTooManyWords_IsFound_WithoutItsHeadingCodeAndAddresses()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 89)) + " – ";
        _lesson.Write("knobs", $"{words}[word](https://example.com/a)\n\n```\n{words}\n```\n\n## Not counted at all");
        _lesson.Write("result-prose", $"## What we know now\n\n{words}[two words](https://example.com/a)");

        Finds("result-prose: prose must have at most 90 words, but has 91; cut it, or split it around a code cell.");
    }

    [Fact]
    public void Link_ToALessonThatIsNotThere_IsFound()
    {
        _lesson.Write("knobs", "See [there](04-gone.ipynb), [here](#knobs) and ![a picture](http://example.com/a.svg).");

        Finds(
            "knobs: the link to '04-gone.ipynb' leads nowhere; write the name of a file beside the notebook, or https://….",
            "knobs: the link to 'http://example.com/a.svg' leads nowhere; write the name of a file beside the notebook, or https://….");
    }

    [Theory]
    [InlineData("#r \"nuget: Plotly.NET\"")]
    [InlineData("1 + 1\n #r \"nuget:Plotly.NET, 5.0.0\"")]
    [InlineData("#i \"nuget: /packages\"")]
    public void Package_IsFound(string source)
    {
        _lesson.Write("import", source);

        Finds("import: it asks for a package; use what lab.csx brings.");
    }

    [Theory]
    [InlineData("await http.GetStringAsync(\"https://example.com/a\")", "https://example.com/a")]
    [InlineData("// http://127.0.0.1.example.com", "http://127.0.0.1.example.com")]
    [InlineData("\"HTTP://10.0.0.1/\"", "HTTP://10.0.0.1/")]
    public void Address_OfAnotherMachine_IsFound(string source, string address)
    {
        _lesson.Write("import", source);

        Finds($"import: the address '{address}' is not on this machine; fetch from the origin that Lab.OriginAsync() starts.");
    }

    [Fact]
    public void Exercise_WithoutItsCheck_IsFound()
    {
        _lesson.Remove("check");

        Finds(
            "exercise: its check and its solution do not follow; put a cell tagged 'check' and one tagged 'solution' behind it.",
            "solution: it solves no exercise; put it behind a cell tagged 'check'.");
    }

    [Fact]
    public void Check_OfNoExercise_IsFound()
    {
        _lesson["exercise"].Json["metadata"] = new JsonObject();

        Finds("check: it checks no exercise; put it behind a cell tagged 'exercise'.");
    }

    [Fact]
    public void Solution_ThatIsNotFolded_OrPassesAnotherCheck_IsFound()
    {
        _lesson.Write("solution", "await Check.Sums(answer)");
        _lesson.AddAfter("check", NotebookCell.Markdown("The solution is folded.", "solution-prose"));

        Finds(
            "solution: it does not pass through Check.Sum; end it with the check of its exercise.",
            "solution: the solution is not folded away; put it into a Markdown cell, in <details> with a <summary> and a fence of csharp.");
    }

    public void Dispose() => _lesson.Dispose();

    private void Finds(params string[] findings) => Assert.Equal(findings, _lesson.Findings());
}
