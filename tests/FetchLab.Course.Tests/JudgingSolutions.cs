using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>What the tests of the lessons take for a solution that is right.</summary>
public class JudgingSolutions
{
    [Theory]
    [InlineData("✓ Right. It is 42.")]
    public void Solution_ThatItsCheckFindsRight_Passes(string shown) => Assert.Empty(Solutions.Wrong(Executed(Result(shown))));

    [Theory]
    [InlineData("✗ Not yet. It is 41.")]
    [InlineData("42 ✓")]
    public void Solution_ThatItsCheckDoesNotFindRight_IsWrong(string shown) =>
        Assert.Equal([$"solution: {shown}"], Solutions.Wrong(Executed(Result(shown))));

    [Fact]
    public void Solution_ThatShowsNothing_OrSomethingElseAtItsEnd_IsWrong()
    {
        Assert.Equal(["solution: "], Solutions.Wrong(Executed()));
        Assert.Equal(["solution: 42"], Solutions.Wrong(Executed(Result("✓ Right."), Result("42"))));
    }

    private static JsonObject Result(string text) => new()
    {
        ["output_type"] = "execute_result", ["data"] = new JsonObject { ["text/plain"] = new JsonArray(text) },
    };

    private static Notebook Executed(params JsonObject[] outputs)
    {
        var notebook = Notebook.Create();
        var solution = NotebookCell.Code("await Check.Sum(answer)", "solution", "solution");
        solution.SetOutputs([.. outputs], 1);
        notebook.Add(solution);
        notebook.Add(NotebookCell.Code("1", "another"));
        return notebook;
    }
}
