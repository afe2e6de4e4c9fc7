namespace FetchLab.Notebooks.Tests;

public sealed class SplittingCells
{
    [Fact]
    public void Switch_BeginsAStretch_WhoseLineNumbersAreTheCells() => Assert.Equal(
        [new CodePart("var a = 1;\n"), new LanguagePart("sql", "\n\nselect 1"), new CodePart("\n\n\n\na")],
        Split("var a = 1;\n#!sql\nselect 1\n#!csharp\na").Where(part => part is not DirectivePart).Select(Trim));

    [Fact]
    public void Directives_InAnotherLanguage_ActWhereTheyStand_AndTargetIt() => Assert.Equal(
        [
            new DirectivePart("#!share", "--from csharp a", 2, "sql"),
            new LanguagePart("sql", "\n\nselect 1;"),
            new DirectivePart("#!time", "", 4, "sql"),
            new LanguagePart("sql", "\n\n\n\nselect 2"),
        ],
        Split("#!sql\n#!share --from csharp a\nselect 1;\n#!time\nselect 2"));

    [Fact]
    public void Directives_InAScript_ActWhereTheyStand() => Assert.Equal(
        [new TextPart("javascript", "one"), new DirectivePart("#!share", "--from csharp a", 3, "javascript"), new TextPart("javascript", "two")],
        Split("#!js\none\n#!share --from csharp a\ntwo"));

    [Fact]
    public void Prose_HasNoDirectives() => Assert.Equal([new TextPart("markdown", "#!share\n#!time")], Split("#!markdown\n#!share\n#!time"));

    [Fact]
    public void OtherLines_OfAnotherLanguage_AreItsOwn() => Assert.Equal(
        [new LanguagePart("sql", "\n#r \"x\"\n#!frobnicate\n#!/bin/sh")], Split("#!sql\n#r \"x\"\n#!frobnicate\n#!/bin/sh"));

    [Fact]
    public void Name_ThatTheCellConnects_IsASwitch()
    {
        var parts = Split("#!connect jupyter --kernel-name py3.12 --kernel-spec python3\n#!PY3.12\nprint(1)");

        Assert.Equal(new DirectivePart("#!connect", "jupyter --kernel-name py3.12 --kernel-spec python3", 1), parts[0]);
        Assert.Equal(new LanguagePart("py3.12", "\n\nprint(1)"), parts[1]);
    }

    [Fact]
    public void Name_OfASwitch_KeepsTheResultAtTheEndOfItsStretch() => Assert.Equal(
        ["DirectivePart", "LanguagePart", "KeepPart", "CodePart"],
        Split("#!sql --name slow\n#!set --name a --value 1\nselect $a\n#!csharp\nslow").Select(part => part.GetType().Name));

    [Fact]
    public void Cell_BeginsInTheLanguageOfItsMetadata() => Assert.Equal([new LanguagePart("sql", "select 1")], Split("select 1", "sql"));

    [Theory]
    [InlineData("var text = @\"\n#!sql\n\";")]
    [InlineData("/*\n#!sql\n*/")]
    public void Switch_InsideATextOrAComment_IsNone(string source) => Assert.IsType<CodePart>(Assert.Single(Split(source)));

    private static IReadOnlyList<CellPart> Split(string source, string language = "csharp")
    {
        using var assemblies = new SessionAssemblies();
        return CellSplitter.Split(source, language, new SessionLanguages(new("", assemblies, () => []), null).FindIn(source));
    }

    private static CellPart Trim(CellPart part) => part is CodePart code ? new CodePart(code.Text.TrimEnd('\n') + (code.Text.StartsWith('v') ? "\n" : "")) : part;
}
