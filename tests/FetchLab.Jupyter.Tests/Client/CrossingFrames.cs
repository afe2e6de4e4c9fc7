using System.Diagnostics;
using Microsoft.Data.Analysis;

namespace FetchLab.Jupyter.Tests;

/// <summary>Tables go to a real pandas and come back equal: names, types, nulls and values.</summary>
public sealed class CrossingFrames(PythonKernel python) : IClassFixture<PythonKernel>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HundredThousandRows_ComeBackEqual()
    {
        const int Rows = 100_000;
        var start = new DateTime(2026, 1, 1, 0, 0, 0);
        var frame = new DataFrame(
            new Int32DataFrameColumn("id", Enumerable.Range(0, Rows)),
            new DoubleDataFrameColumn("share", Enumerable.Range(0, Rows).Select(i => i % 7 == 0 ? null : i % 11 == 0 ? double.NaN : (double?)(i / 3.0))),
            new BooleanDataFrameColumn("even", Enumerable.Range(0, Rows).Select(i => i % 2 == 0)),
            new StringDataFrameColumn("name", Enumerable.Range(0, Rows).Select(i => i % 5 == 0 ? null! : $"Seite {i} – é😀")),
            new DateTimeDataFrameColumn("at", Enumerable.Range(0, Rows).Select(i => start.AddTicks(i * 12_345_678L))));

        var clock = Stopwatch.StartNew();
        await python.Language.SetAsync("frame", frame, Stop);
        var first = clock.Elapsed;
        clock.Restart();
        await python.Language.SetAsync("frame", frame, Stop);
        var there = clock.Elapsed;
        clock.Restart();
        var back = await python.Language.GetAsync("frame", Stop);

        TestContext.Current.SendDiagnosticMessage($"{Rows} rows: {first.TotalMilliseconds:0} ms there with loading pandas, {there.TotalMilliseconds:0} ms without, {clock.Elapsed.TotalMilliseconds:0} ms back");
        AssertEqual(frame, Assert.IsType<DataFrame>(back));
        Assert.Equal("int32 Float64 bool object datetime64[ns]", await EvaluateAsync("' '.join(map(str, frame.dtypes))"));
    }

    [Fact]
    public async Task EveryColumnType_ComesBackAsItself()
    {
        var frame = new DataFrame(
            new SByteDataFrameColumn("int8", [sbyte.MinValue, null, sbyte.MaxValue]),
            new ByteDataFrameColumn("uint8", [byte.MinValue, null, byte.MaxValue]),
            new Int16DataFrameColumn("int16", [short.MinValue, null, short.MaxValue]),
            new UInt16DataFrameColumn("uint16", [ushort.MinValue, null, ushort.MaxValue]),
            new Int32DataFrameColumn("int32", [int.MinValue, null, int.MaxValue]),
            new UInt32DataFrameColumn("uint32", [uint.MinValue, null, uint.MaxValue]),
            new Int64DataFrameColumn("int64", [long.MinValue, null, long.MaxValue]),
            new UInt64DataFrameColumn("uint64", [ulong.MinValue, null, ulong.MaxValue]),
            new SingleDataFrameColumn("float32", [float.MinValue, null, float.NaN]),
            new DoubleDataFrameColumn("float64", [double.Epsilon, null, double.NegativeInfinity]),
            new DecimalDataFrameColumn("decimal", [1.10m, null, decimal.MaxValue]),
            new BooleanDataFrameColumn("bool", [true, null, false]),
            new StringDataFrameColumn("text", ["", null!, "a\0b"]),
            new DateTimeDataFrameColumn("datetime", [new DateTime(2026, 1, 1).AddTicks(1), null, new DateTime(1700, 1, 1)]),
            new DateTimeDataFrameColumn("utc", [new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), null, DateTime.UnixEpoch]),
            new DateTimeDataFrameColumn("far", [DateTime.MinValue, null, new DateTime(9999, 12, 31)]),
            new PrimitiveDataFrameColumn<TimeSpan>("timespan", [TimeSpan.FromTicks(-1), null, TimeSpan.FromDays(3)]));

        await python.Language.SetAsync("frame", frame, Stop);
        var back = Assert.IsType<DataFrame>(await python.Language.GetAsync("frame", Stop));

        AssertEqual(frame, back);
        Assert.Equal(
            "Int8 UInt8 Int16 UInt16 Int32 UInt32 Int64 UInt64 Float32 Float64 object boolean object datetime64[ns] datetime64[ns, UTC] object timedelta64[ns]",
            await EvaluateAsync("' '.join(map(str, frame.dtypes))"));
        Assert.Equal(DateTimeKind.Utc, ((DateTime)back["utc"][0]).Kind);
    }

    [Fact]
    public async Task EmptyFrame_KeepsItsColumns()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("n", Array.Empty<int>()), new StringDataFrameColumn("s", Array.Empty<string>()));

        await python.Language.SetAsync("frame", frame, Stop);

        AssertEqual(frame, Assert.IsType<DataFrame>(await python.Language.GetAsync("frame", Stop)));
    }

    [Fact]
    public async Task PandasOwnTypes_GetTheNearestColumn()
    {
        var frame = await ComputeAsync("""
            import pandas as pd, numpy as np, datetime, decimal
            frame = pd.DataFrame({
                "category": pd.Categorical(["b", None]), "string": pd.array(["x", None], dtype="string"), "mixed": [1, 2.5], "whole": pd.Series([1, None], dtype=object),
                "yes": pd.Series([True, None], dtype=object), "text": pd.Series(["a", np.nan], dtype=object), "day": [datetime.date(2026, 2, 3), None],
                "half": np.array([0.5, 1], dtype="float16"), "zoned": pd.to_datetime(["2026-02-03T01:00+01:00", None], utc=True), "none": [None, None],
                ("a", 1): [1, 2], 7: [3, 4],
            })
            """);

        Assert.Equal(["category", "string", "mixed", "whole", "yes", "text", "day", "half", "zoned", "none", "a.1", "7"], frame.Columns.Select(column => column.Name));
        Assert.Equal(
            ["String", "String", "Double", "Int64", "Boolean", "String", "DateTime", "Single", "DateTime", "String", "Int64", "Int64"],
            frame.Columns.Select(column => column.DataType.Name));
        Assert.Equal(["b", "x", 1.0, 1L, true, "a", new DateTime(2026, 2, 3), 0.5f, new DateTime(2026, 2, 3), null, 1L, 3L], frame.Rows[0]);
        Assert.Equal([null, null, 2.5, null, null, null, null, 1f, null, null, 2L, 4L], frame.Rows[1]);
    }

    [Theory]
    [InlineData("frame = pd.Series([1, 2], name='n')", "n:Int64")]
    [InlineData("frame = pd.Series([0.5, 2])", "value:Double")]
    [InlineData("frame = pd.DataFrame({'k': ['x', 'x', 'y'], 'n': [1, 2, 3]}).groupby('k').sum()", "k:String n:Int64")]
    [InlineData("frame = pd.DataFrame({'n': [1, 2, 3]}); frame = frame[frame.n > 1]", "n:Int64")]
    [InlineData("frame = pd.DataFrame({'n': [1]}, index=['row'])", "index:String n:Int64")]
    public async Task Index_ComesAlong_WhereItTellsSomething(string code, string columns)
    {
        var frame = await ComputeAsync("import pandas as pd\n" + code);

        Assert.Equal(columns, string.Join(' ', frame.Columns.Select(column => $"{column.Name}:{column.DataType.Name}")));
    }

    private async Task<DataFrame> ComputeAsync(string code)
    {
        using var cell = new RecordedCell();
        await python.Language.RunAsync(code, cell.Cell);
        return Assert.IsType<DataFrame>(await python.Language.GetAsync("frame", Stop));
    }

    private async Task<object?> EvaluateAsync(string expression)
    {
        using var cell = new RecordedCell();
        await python.Language.RunAsync($"answer = {expression}", cell.Cell);
        return await python.Language.GetAsync("answer", Stop);
    }

    private static void AssertEqual(DataFrame expected, DataFrame actual)
    {
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.GetType(), column.Length)), actual.Columns.Select(column => (column.Name, column.GetType(), column.Length)));
        foreach (var (before, after) in expected.Columns.Zip(actual.Columns)) Assert.Equal(before.Cast<object?>(), after.Cast<object?>());
    }
}
