using System.Globalization;

namespace FetchLab.Notebooks.Tests;

public sealed class CompletingAfterCells : LanguageTest
{
    [Fact]
    public async Task Redefinition_Counts()
    {
        await DeclareAsync("class Page { public int Old; } var page = new Page();");
        Assert.Equal(["Old"], await TextsAsync("page.Ol|"));

        await DeclareAsync("class Page { public int New; } var page = new Page();");

        Assert.Equal(["New"], await TextsAsync("page.New|"));
        Assert.Empty(await TextsAsync("page.Ol|"));
    }

    [Fact]
    public async Task Variable_OfATypeThatWasRedefined_KeepsItsType()
    {
        await DeclareAsync("class Page { public int Old; }");
        await DeclareAsync("var page = new Page();");
        await DeclareAsync("class Page { public int New; }");

        Assert.Equal(["Old"], await TextsAsync("page.Ol|"));
        Assert.Equal(["New"], await TextsAsync("new Page().Ne|"));
    }

    [Fact]
    public async Task Overloads_OfSeveralCells_AreAllThere()
    {
        await DeclareAsync("int Twice(int n) => n * 2;");
        await DeclareAsync("string Twice(string s) => s + s;");

        Assert.Equal("  string Twice(string s)\n→ int Twice(‹int n›)", await PlainAsync("Twice(1|)"));
    }

    [Fact]
    public async Task Usings_OfEarlierCells_Count()
    {
        await DeclareAsync("using System.Globalization;");
        await DeclareAsync("1");

        Assert.Equal(["CultureInfo"], await TextsAsync("CultureInf|"));
    }

    [Fact]
    public async Task LoadedFile_Counts()
    {
        Write("shapes.csx", "class Square { public int Side; }");
        await DeclareAsync("#load \"shapes.csx\"\nvar square = new Square();");

        Assert.Equal(["Side"], await TextsAsync("square.Si|"));
    }

    [Fact]
    public async Task ReferencedLibrary_Counts_FromTheNextMomentOn()
    {
        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");
        Assert.Empty(await TextsAsync("Greeter.Hel|"));

        await DeclareAsync("#r \"Greeter.dll\"");
        Assert.Equal(["Hello"], await TextsAsync("Greeter.Hel|"));

        await DeclareAsync("var hello = Greeter.Hello;");
        Assert.Equal(["Hello"], await TextsAsync("Greeter.Hel|"));
    }

    [Fact]
    public async Task RunningCell_IsNotWaitedFor()
    {
        // The one place that a cell and a test have in common.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AppDomain.CurrentDomain.SetData("started", started);
        AppDomain.CurrentDomain.SetData("gate", gate);
        var running = DeclareAsync("""
            var before = "a";
            ((TaskCompletionSource)AppDomain.CurrentDomain.GetData("started")).SetResult();
            var gate = (TaskCompletionSource)AppDomain.CurrentDomain.GetData("gate");
            await gate.Task;
            """);
        await await Task.WhenAny(running, started.Task);

        Assert.Equal(["Length"], await TextsAsync("before.Len|"));
        Assert.False(running.IsCompleted);

        gate.SetResult();
        await running;
    }

    [Fact]
    public async Task Preparing_ChangesNoAnswer()
    {
        await Session.PrepareLanguageAsync(TestContext.Current.CancellationToken);
        await DeclareAsync("var later = \"a\";");

        Assert.Equal(["Length"], await TextsAsync("later.Len|"));
    }

    [Fact]
    public async Task FailedCell_ChangesNothing()
    {
        await DeclareAsync("var kept = \"a\";");
        await ErrorAsync("int kept = nonsense;");

        Assert.Equal(["Length"], await TextsAsync("kept.Len|"));
    }

    [Fact]
    public async Task Declarations_OfManyCells_AllCount()
    {
        await DeclareAsync("using System.Globalization; var culture = CultureInfo.InvariantCulture; // the end");
        await DeclareAsync("var (left, right) = (1, \"b\");");
        await DeclareAsync("int.TryParse(\"1\", out var number)");
        await DeclareAsync("/// <summary>Says it.</summary>\nstring Say(string text) => text;");
        await DeclareAsync("var said = Say(right);");
        await DeclareAsync("class Say { public int Other; }\nvar other = new Say();");
        await DeclareAsync("using Shout = System.String;\nShout loud = said;");

        Assert.Equal(["LCID"], await TextsAsync("culture.LCI|"));
        Assert.Equal(["CompareTo"], await TextsAsync("number.Comp|"));
        Assert.Equal(["Length"], await TextsAsync("said.Len|"));
        Assert.Equal(["Length"], await TextsAsync("loud.Len|"));
        Assert.Equal(["Other"], await TextsAsync("other.Oth|"));
    }

    [Fact]
    public async Task ManyRedefinitions_LeaveTheLast()
    {
        await DeclareAsync("var kept = \"a\";");
        for (var cell = 0; cell < 300; cell++)
        {
            await DeclareAsync(string.Create(CultureInfo.InvariantCulture, $"class Page {{ public int N{cell:D3}; }}\nvar page = new Page();"));
            if (cell % 100 == 0) await TextsAsync("page.|");
        }

        Assert.Equal(["N299"], await TextsAsync("page.N|"));
        Assert.Equal(["Length"], await TextsAsync("kept.Len|"));
    }
}
