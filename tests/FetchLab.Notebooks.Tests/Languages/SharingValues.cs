using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks.Tests;

public sealed class SharingValues : LanguageTest
{
    [Theory]
    [InlineData("#!share --from sql t")]
    [InlineData("#!share t --from sql")]
    [InlineData("#!share --from sql source --as t")]
    [InlineData("#!share source --from sql --as t")]
    [InlineData("#!set --name t --value @sql:source")]
    public async Task Table_BecomesADataFrameOfCSharp(string directive)
    {
        await DeclareAsync("#!sql\ncreate table t as select 42 as n; create table source as select 42 as n");

        Assert.Equal("Int32DataFrameColumn 42", await ResultAsync($"{directive}\n$\"{{t.Columns[\"n\"].GetType().Name}} {{t[\"n\"][0]}}\""));
    }

    [Theory]
    [InlineData("#!share --from csharp rows")]
    [InlineData("#!share rows --from csharp --as shared")]
    [InlineData("#!set --name shared --value @csharp:rows")]
    public async Task Rows_BecomeATableOfSql_ThatStaysAsItWas(string directive)
    {
        await DeclareAsync("record Row(int N); var rows = new List<Row> { new(1), new(2) };");
        var name = directive.Contains("shared", StringComparison.Ordinal) ? "shared" : "main.rows";

        await DeclareAsync($"#!sql\n{directive}\nselect 1");
        await DeclareAsync("rows.Clear();");

        Assert.Equal("n\n3", await ResultAsync($"#!sql\nselect sum(n) as n from {name}"));
    }

    [Theory]
    [InlineData("7", "7", "System.Int32")]
    [InlineData("7000000000", "7000000000", "System.Int64")]
    [InlineData("-2.5", "-2.5", "System.Double")]
    [InlineData("true", "True", "System.Boolean")]
    [InlineData("\"7\"", "7", "System.String")]
    [InlineData("007", "007", "System.String")]
    [InlineData("Oslo", "Oslo", "System.String")]
    public async Task Literal_IsWhatItIsWrittenAs(string literal, string value, string type)
    {
        Assert.Equal($"{value} {type}", await ResultAsync($"#!set --name x --value {literal}\n$\"{{x}} {{x.GetType()}}\""));

        await DeclareAsync($"#!sql\n#!set --name y --value {literal}");
        Assert.Equal($"{value} {type}", await ResultAsync("#!share --from sql y\n$\"{y} {y.GetType()}\""));
    }

    [Theory]
    [InlineData("42", "int")]
    [InlineData("4.5", "double")]
    [InlineData("new DateTime(2026, 1, 2)", "DateTime")]
    [InlineData("TimeSpan.FromSeconds(2)", "TimeSpan")]
    [InlineData("DayOfWeek.Friday", "DayOfWeek")]
    public async Task SingleValue_ThatGoesThroughSql_IsTheSame(string value, string type)
    {
        await DeclareAsync($"var before = {value};");
        await DeclareAsync("#!sql\n#!share --from csharp before --as through");

        Assert.Equal("True", await ResultAsync($"#!share --from sql through\n{type} after = through; after == before"));
    }

    [Fact]
    public async Task Columns_OfEveryType_ComeBackEqual()
    {
        await DeclareAsync(
            """
            enum Kind { Fast, Slow }
            record Row(bool B, byte U, short S, int I, long L, float F, double D, decimal M, string T, DateTime At, TimeSpan For, int? N, Kind K);
            var rows = new List<Row>
            {
                new(true, 1, -2, 3, 1L << 40, 0.1f, double.NaN, 1.2345m, "it's <b>\n", new DateTime(2026, 1, 2, 3, 4, 5).AddTicks(1234567), TimeSpan.FromMicroseconds(52300), null, Kind.Slow),
                new(false, 255, 2, -3, -1, -1e30f, 1e-300, 79228162514.26m, null, new DateTime(2000, 1, 1), TimeSpan.Zero, 4, Kind.Fast),
            };
            """);
        await DeclareAsync("#!sql --name back\nfrom rows");

        Assert.Equal(
            "Boolean Byte Int16 Int32 Int64 Single Double Decimal String DateTime TimeSpan Int32 String",
            await ResultAsync("string.Join(' ', back.Columns.Select(column => column.DataType.Name))"));
        Assert.Equal("True", await ResultAsync(
            """
            rows.Select((row, i) => back.Rows[i].SequenceEqual(new object[]
                { row.B, row.U, row.S, row.I, row.L, row.F, row.D, row.M, row.T, row.At, row.For, row.N, row.K.ToString() })).All(same => same)
            """));
    }

    [Fact]
    public async Task Rows_ByTheHundredThousand_ComeBackEqual()
    {
        await DeclareAsync("record Row(int Id, double Ms, string Url, DateTime At, bool Ok); var start = new DateTime(2026, 1, 1);");
        await DeclareAsync("var rows = Enumerable.Range(0, 100_000).Select(i => new Row(i, i / 7.0, $\"https://localhost/{i}\", start.AddTicks(i), i % 3 == 0)).ToList();");
        await DeclareAsync("#!sql --name back\nfrom rows");
        await DeclareAsync("#!sql --name again\nfrom back");

        Assert.Equal("True", await ResultAsync(
            """
            var (id, ms, url, at, ok) = (again.Columns.GetInt32Column("Id"), again.Columns.GetDoubleColumn("Ms"), again.Columns.GetStringColumn("Url"),
                again.Columns.GetDateTimeColumn("At"), again.Columns.GetBooleanColumn("Ok"));
            again.Rows.Count == 100_000 && Enumerable.Range(0, 100_000).All(i => rows[i] == new Row(id[i].Value, ms[i].Value, url[i], at[i].Value, ok[i].Value))
            """));
    }

    [Fact]
    public async Task Sums_OfWholeNumbers_AreWholeNumbers()
    {
        await DeclareAsync("#!sql --name sums\nselect sum(range) as s, sum(range::hugeint) * 100000000000000000000::hugeint as h, date '2026-01-02' as d, [1, 2] as l from range(4)");

        Assert.Equal("6 Int64, Double, 2026-01-02, [1,2]", await ResultAsync(
            "$\"{sums[\"s\"][0]} {sums[\"s\"].DataType.Name}, {sums[\"h\"].DataType.Name}, {sums[\"d\"][0]:yyyy-MM-dd}, {sums[\"l\"][0]}\""));
    }

    [Theory]
    [InlineData("#!share --from javascript x", "#!share --from javascript x: nothing can be taken from javascript, which runs in the page; share to it instead.")]
    [InlineData("#!set --name x --value @html:y", "#!set --name x --value @html:y: nothing can be taken from html, which runs in the page; share to it instead.")]
    [InlineData("#!share --from sql nope", "SQL has no table 'nope': SHOW TABLES lists those that there are, and #!sql --name nope keeps a result.")]
    [InlineData("#!sql\n#!share --from csharp nope", "#!share --from csharp nope: there is no C# variable 'nope'; #!who lists those that there are.")]
    [InlineData("#!sql\n#!share --from python x", "#!share x --from python: 'python' is no language of this session; connect it first: #!connect jupyter --kernel-name python --kernel-spec python3.")]
    [InlineData("var f = new Uri[1][];\n#!sql\n#!share --from csharp f", "f is a Uri[][], and SQL takes single values, DataFrames and lists of records; share one of these.")]
    public async Task Share_ThatCannotBeFollowed_SaysWhy(string source, string message) => Assert.Equal(message, (await ErrorAsync(source)).Message);

    [Theory]
    [InlineData(typeof(int), "global::System.Int32")]
    [InlineData(typeof(Dictionary<string, int[]>), "global::System.Collections.Generic.Dictionary<global::System.String, global::System.Int32[]>")]
    [InlineData(typeof(int[][,]), "global::System.Int32[][,]")]
    [InlineData(typeof(int?), "global::System.Nullable<global::System.Int32>")]
    [InlineData(typeof(Dictionary<string, int>.KeyCollection), "global::System.Collections.Generic.Dictionary<global::System.String, global::System.Int32>.KeyCollection")]
    [InlineData(typeof(DataFrame), "global::Microsoft.Data.Analysis.DataFrame")]
    [InlineData(typeof(IHidden), "object")]
    [InlineData(typeof(List<IHidden>), "object")]
    public void Type_IsNamedWhereCodeCanNameIt(Type type, string name) => Assert.Equal(name, CodeName.Of(type));

    [Fact]
    public void Type_OfAHiddenSequence_IsNamedAsTheSequence() => Assert.Equal(
        "global::System.Collections.Generic.IEnumerable<global::System.Int32>", CodeName.Of(new[] { 1 }.Select(number => number + 1).GetType()));

    private interface IHidden;
}
