namespace FetchLab.Notebooks.Tests;

public sealed class Inspecting : LanguageTest
{
    [Theory]
    [InlineData("text.Sub|string(1)", "string string.Substring(int startIndex)")]
    [InlineData("text.Leng|th", "int string.Length { get; }")]
    [InlineData("String|Builder b;", "class System.Text.StringBuilder")]
    [InlineData("te|xt", "string text")]
    [InlineData("text|", "string text")]
    [InlineData("Day|OfWeek.Friday", "enum System.DayOfWeek")]
    [InlineData("DayOfWeek.Fri|day", "DayOfWeek.Friday = 5")]
    [InlineData("Tw|ice(1)", "int Twice(int n)")]
    [InlineData("foreach (var let|ter in text) { }", "char letter")]
    [InlineData("va|r n = text.Length;", "int")]
    [InlineData("Pa|ge p;", "class Page")]
    [InlineData("System.Li|nq.Enumerable x;", "namespace System.Linq")]
    [InlineData("new[] { 1 }.Sel|ect(n => n)", "IEnumerable<int> IEnumerable<int>.Select<int, int>(Func<int, int> selector)")]
    public async Task Symbol_IsToldAsOneLine(string typed, string line)
    {
        await DeclareAsync("class Page { }\nvar text = \"a\";\nint Twice(int n) => n * 2;");

        Assert.Equal(line, (await PlainAsync(typed)).Split('\n')[0]);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("\"te|xt\"")]
    [InlineData("// Con|sole")]
    [InlineData("#!ti|me")]
    [InlineData("missing|")]
    [InlineData("1 |+ 1")]
    [InlineData("#!html\ntext|")]
    public async Task Nothing_IsToldWhereNothingStands(string typed) => Assert.Null(await InspectAsync(typed));

    [Fact]
    public async Task Comment_OfACell_IsToldWithItsSymbol()
    {
        await DeclareAsync("/// <summary>Counts <see cref=\"string\"/> <b>letters</b>,\n/// all*.</summary>\n/// <param name=\"text\">Where.</param>\nint Count(string text) => 0;");

        var found = await InspectAsync("Cou|nt(null)");

        Assert.Equal("int Count(string text)\n\nCounts String letters, all*.", found!.PlainText);
        Assert.Equal("```csharp\nint Count(string text)\n```\n\nCounts String letters, all\\*.", found.Content["text/markdown"]);
    }

    [Fact]
    public async Task Comment_OfALibrary_IsReadFromBesideIt()
    {
        BuildLibrary("Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");
        Write("Greeter.xml", "<doc><members>\n<member name=\"P:Greeter.Hello\">\n<summary>A greeting.</summary>\n</member>\n</members></doc>");
        Write("Greeter.deps.json", "{}");
        await DeclareAsync("#r \"Greeter.dll\"");

        Assert.Equal("string Greeter.Hello { get; }\n\nA greeting.", await PlainAsync("Greeter.Hel|lo"));
    }

    [Theory]
    [InlineData("Add(|", 0)]
    [InlineData("Add(1|", 0)]
    [InlineData("Add(1, |", 1)]
    [InlineData("Add(1, |)", 1)]
    [InlineData("Add(1,\n    |\n)", 1)]
    public async Task Call_ListsOverloads_AndMarksTheArgument(string typed, int argument)
    {
        await DeclareAsync("/// <summary>Adds.</summary>\n/// <param name=\"a\">One.</param>\n/// <param name=\"b\">Other.</param>\nint Add(int a, int b) => a + b;\nint Add(int a, int b, int c) => a + b + c;");

        Assert.Equal(
            argument == 0
                ? "→ int Add(‹int a›, int b)\n  int Add(int a, int b, int c)\n\nAdds.\n\na: One."
                : "→ int Add(int a, ‹int b›)\n  int Add(int a, int b, int c)\n\nAdds.\n\nb: Other.",
            await PlainAsync(typed));
    }

    [Theory]
    [InlineData("Add(1, 2, |", "  int Add(int a, int b)\n→ int Add(int a, int b, ‹int c›)")]
    [InlineData("Add(1, 2, 3|)", "  int Add(int a, int b)\n→ int Add(int a, int b, ‹int c›)")]
    [InlineData("All(1, 2, |", "void All(‹params int[] numbers›)")]
    [InlineData("new Page(|", "Page.Page(‹int size = 1›)")]
    [InlineData("Page p = new(|)", "Page.Page(‹int size = 1›)")]
    [InlineData("run(|)", "void Action<string>.Invoke(‹string obj›)")]
    [InlineData("Add(All(|", "void All(‹params int[] numbers›)")]
    [InlineData("page[|", "int Page.this[‹int index›]")]
    public async Task Call_IsTheInnermostOne_AndWhatItsArgumentsFit(string typed, string text)
    {
        await DeclareAsync("""
            int Add(int a, int b) => a + b;
            int Add(int a, int b, int c) => a + b + c;
            void All(params int[] numbers) { }
            class Page(int size = 1) { public int this[int index] => size; }
            Action<string> run = text => { };
            var page = new Page();
            """);

        Assert.Equal(text, await PlainAsync(typed));
    }
}
