using System.Numerics;
using FetchLab.Notebooks;
using Microsoft.Data.Analysis;

namespace FetchLab.Jupyter.Tests;

/// <summary>Values go to a real Python and come back: equal, and of their type.</summary>
public sealed class CrossingValues(PythonKernel python) : IClassFixture<PythonKernel>, IDisposable
{
    private readonly RecordedCell _cell = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "None" },
        { true, "True" },
        { 7, "7" },
        { 1L << 40, "1099511627776" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { 2.0, "2.0" },
        { 1e22, "1e+22" },
        { -0.1, "-0.1" },
        { double.NaN, "nan" },
        { double.PositiveInfinity, "inf" },
        { double.NegativeInfinity, "-inf" },
        { "Zoë's \"café\" \\ 😀\n", """'Zoë\'s "café" \\ 😀\n'""" },
        { 12.50m, "Decimal('12.50')" },
        { new DateTime(2026, 2, 3, 4, 5, 6, 789), "datetime.datetime(2026, 2, 3, 4, 5, 6, 789000)" },
        { new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc), "datetime.datetime(2026, 2, 3, 0, 0, tzinfo=datetime.timezone.utc)" },
        { DateTime.MinValue, "datetime.datetime(1, 1, 1, 0, 0)" },
        { new DateTime(1960, 1, 2, 3, 4, 5).AddTicks(1), "Timestamp('1960-01-02 03:04:05.000000100')" },
        { TimeSpan.FromMilliseconds(-1500), "datetime.timedelta(days=-1, seconds=86398, microseconds=500000)" },
        { TimeSpan.FromTicks(1), "Timedelta('0 days 00:00:00.000000100')" },
        { new DateOnly(2026, 2, 3), "datetime.date(2026, 2, 3)" },
        { new TimeOnly(4, 5, 6), "datetime.time(4, 5, 6)" },
        { Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "UUID('01234567-89ab-cdef-0123-456789abcdef')" },
        { new Complex(1, -2), "(1-2j)" },
        { "\0\u001fa"u8.ToArray(), @"b'\x00\x1fa'" },
        { new List<int> { 1, -2 }, "[1, -2]" },
        { new List<long> { 1, 1L << 40 }, "[1, 1099511627776]" },
        { new List<double> { 1, double.NaN }, "[1.0, nan]" },
        { new List<bool> { true, false }, "[True, False]" },
        { new List<string?> { "a", null }, "['a', None]" },
        { new List<int?> { 1, null }, "[1, None]" },
        { new List<object?> { 1, "a", null, true }, "[1, 'a', None, True]" },
        { new List<List<int>> { new() { 1 }, new() { 2, 3 } }, "[[1], [2, 3]]" },
        { new Dictionary<string, object?> { ["a"] = 1, ["b"] = new Dictionary<string, object?> { ["c"] = null } }, "{'a': 1, 'b': {'c': None}}" },
        { new Dictionary<object, object?> { [1] = "one", ["b"] = 2 }, "{1: 'one', 'b': 2}" },
    };

    [Theory]
    [MemberData(nameof(Scalars), DisableDiscoveryEnumeration = true)]
    public async Task Value_IsPythonsOwn_AndComesBackEqual(object? value, string written)
    {
        await python.Language.SetAsync("value", value, Stop);

        Assert.Equal(written, await PrintAsync("repr(value)"));
        var back = await python.Language.GetAsync("value", Stop);
        Assert.Equal(value, back);
        Assert.Equal(value?.GetType(), back?.GetType());
    }

    [Fact]
    public async Task Kinds_OfInstants_AreKept()
    {
        await python.Language.SetAsync("value", new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc), Stop);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)(await python.Language.GetAsync("value", Stop))!).Kind);

        await python.Language.SetAsync("value", new DateTimeOffset(2026, 2, 3, 1, 0, 0, TimeSpan.FromHours(1)), Stop);
        Assert.Equal(new DateTime(2026, 2, 3, 0, 0, 0), await python.Language.GetAsync("value", Stop));
    }

    [Fact]
    public async Task OtherValues_ArriveAsWhatIsNearest()
    {
        Assert.Equal("(1, 'a')", await SetAndPrintAsync((1, "a")));
        Assert.Equal("{'Name': 'a', 'Count': 1, 'Inner': {'X': 2.0}}", await SetAndPrintAsync(new { Name = "a", Count = 1, Inner = new Point(2) }));
        Assert.Equal("'http://localhost/a'", await SetAndPrintAsync(new Uri("http://localhost/a")));
        Assert.Equal("'Monday'", await SetAndPrintAsync(DayOfWeek.Monday));
        Assert.Equal("'c'", await SetAndPrintAsync('c'));
        Assert.Equal("[0.5, 1.5]", await SetAndPrintAsync(new[] { 0.5f, 1.5f }));
        Assert.Equal("[{'X': 1.0}, None]", await SetAndPrintAsync(new[] { new Point(1), null }));
        Assert.Equal("{'a': [{'X': 1.0}]}", await SetAndPrintAsync(new SortedDictionary<string, Point[]> { ["a"] = [new(1)] }));
        Assert.Equal("[]", await SetAndPrintAsync(Array.Empty<Point>()));
    }

    [Fact]
    public async Task Records_ArriveAsAFrame()
    {
        var records = new[] { new Row("a", 1, null, TimeSpan.FromSeconds(1), DayOfWeek.Monday), new Row("é", 2, 0.5, TimeSpan.Zero, DayOfWeek.Friday) };

        await python.Language.SetAsync("rows", records, Stop);

        Assert.Equal("DataFrame", await PrintAsync("type(rows).__name__"));
        Assert.Equal("object int32 Float64 timedelta64[ns] object", await PrintAsync("' '.join(map(str, rows.dtypes))"));
        Assert.Equal("['a', 'é'] 3 0.5 0 days 00:00:01 Monday", await PrintAsync("rows.Name.tolist(), rows.Count.sum(), rows.Share.sum(), rows.Took.sum(), rows.Day[0]", "print(*[{0}])"));
    }

    [Fact]
    public async Task WithoutPandas_RecordsAreDictionaries_AndFramesAreLists()
    {
        var bare = await PythonKernel.ConnectAsync();
        await using var end = bare;
        await bare.RunAsync("import sys\nsys.modules['pandas'] = None", _cell.Cell);

        await bare.SetAsync("rows", new[] { new Row("a", 1, null, TimeSpan.FromSeconds(1), DayOfWeek.Monday) }, Stop);
        await bare.SetAsync("frame", new DataFrame(new Int32DataFrameColumn("n", [1, null]), new BooleanDataFrameColumn("b", [true, false])), Stop);
        await bare.RunAsync("print(rows)\nprint(frame)", _cell.Cell);

        Assert.Equal(
            "[{'Name': 'a', 'Count': 1, 'Share': None, 'Took': datetime.timedelta(seconds=1), 'Day': 'Monday'}]\n{'n': [1, None], 'b': [True, False]}\n",
            _cell.Text);
        Assert.Equal(new List<int?> { 1, null }, ((Dictionary<string, object?>)(await bare.GetAsync("frame", Stop))!)["n"]);
    }

    [Fact]
    public async Task PythonsValues_GetTheirNearestType()
    {
        await python.Language.RunAsync(
            """
            import collections, dataclasses, datetime, decimal, numpy as np, pandas as pd, pathlib
            @dataclasses.dataclass
            class Point:
                x: int
                y: float
            values = dict(
                item=np.int64(3), half=np.float32(0.5), flag=np.bool_(True), nothing=pd.NA, never=pd.NaT, when=np.datetime64("2026-02-03T04:05:06"),
                array=np.array([1, 2], dtype="int16"), matrix=np.array([[1.5, 2.5], [3.5, 4.5]]), floats=[1, 2.5], tuple=(1, 2), names={"a"},
                dicts=[{"a": 1}, {"a": None}], point=Point(1, 2), named=collections.namedtuple("N", "a b")(1, "x"), path=pathlib.PurePosixPath("/a/b"),
                zoned=datetime.datetime(2026, 2, 3, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1))), half_a_pair="\ud800", big=2**70,
            )
            """,
            _cell.Cell);

        var values = (Dictionary<string, object?>)(await python.Language.GetAsync("values", Stop))!;

        Assert.Equal(3, values["item"]);
        Assert.Equal(0.5, values["half"]);
        Assert.Equal(true, values["flag"]);
        Assert.Null(values["nothing"]);
        Assert.Null(values["never"]);
        Assert.Equal(new DateTime(2026, 2, 3, 4, 5, 6), values["when"]);
        Assert.Equal(new short[] { 1, 2 }, values["array"]);
        Assert.Equal(new List<double[]> { new[] { 1.5, 2.5 }, new[] { 3.5, 4.5 } }, values["matrix"]);
        Assert.Equal(new List<double> { 1, 2.5 }, values["floats"]);
        Assert.Equal(new List<int> { 1, 2 }, values["tuple"]);
        Assert.Equal(new List<string> { "a" }, values["names"]);
        Assert.Equal([1, null], Assert.IsType<List<Dictionary<string, object?>>>(values["dicts"]).Select(entry => entry["a"]));
        Assert.Equal(new Dictionary<string, object?> { ["x"] = 1, ["y"] = 2 }, values["point"]);
        Assert.Equal(new Dictionary<string, object?> { ["a"] = 1, ["b"] = "x" }, values["named"]);
        Assert.Equal("/a/b", values["path"]);
        Assert.Equal(new DateTime(2026, 2, 3), values["zoned"]);
        Assert.Equal("\ufffd", values["half_a_pair"]);
        Assert.Equal(BigInteger.Pow(2, 70), values["big"]);
    }

    [Theory]
    [InlineData("import sys; value = sys", "'value' cannot leave Python: a value of type 'module' has no counterpart; numbers, texts, dates, lists, dictionaries, numpy arrays and pandas frames have.")]
    [InlineData("value = []; value.append(value)", "'value' cannot leave Python: it nests deeper than 40 levels, or holds itself.")]
    [InlineData("import pandas as pd; value = pd.DataFrame({'a': [[1], {2}]})", "'value' cannot leave Python: its column 'a' holds values of 'list', 'set', for which a column has no type; convert it first, with .astype(str) for example.")]
    [InlineData("import pandas as pd; value = pd.DataFrame([[1, 2]], columns=['a', 'a'])", "'value' cannot leave Python: two of its columns have one name; rename one.")]
    [InlineData("value = __import__('decimal').Decimal('1e99')", "'value' holds the Decimal 1E+99, which is out of the range of decimal; convert it with float() first.")]
    [InlineData("value = {None: 1}", "'value' has a dictionary with the key None, which no dictionary here can have; give it another key.")]
    [InlineData("del value", "there is no variable 'value' in Python.")]
    public async Task ValueOfPython_WithoutACounterpart_IsRefused(string code, string sentence)
    {
        await python.Language.RunAsync("value = 1\n" + code, _cell.Cell);

        Assert.Equal(sentence, (await Assert.ThrowsAsync<NotebookException>(() => python.Language.GetAsync("value", Stop))).Message);
    }

    [Fact]
    public async Task ValueOrName_WithoutACounterpartInPython_IsRefused()
    {
        object?[] ring = [null];
        ring[0] = ring;

        Assert.StartsWith("'value' holds a value of type MemoryStream, which has no counterpart in Python; numbers,", await RefusedAsync("value", new { Stream = new MemoryStream() }), StringComparison.Ordinal);
        Assert.StartsWith("'value' nests deeper than 40 levels, or holds itself;", await RefusedAsync("value", ring), StringComparison.Ordinal);
        Assert.Equal("the property Length of Late gives no value: not yet.", await RefusedAsync("value", new Late()));
        Assert.Equal("'class' is no name of a variable in Python; share it under another, with --as.", await RefusedAsync("class", 1));
        Assert.Equal("'a b' is no name of a variable in Python; share it under another, with --as.", await RefusedAsync("a b", 1));
    }

    [Fact]
    public async Task Crossing_LeavesNoTrace()
    {
        await python.Language.SetAsync("value", 1, Stop);
        await python.Language.RunAsync("count = get_ipython().execution_count; before = set(globals())", _cell.Cell);

        await python.Language.SetAsync("value", 2, Stop);
        await python.Language.GetAsync("value", Stop);

        Assert.Empty(_cell.Outputs);
        // Of IPython's own, each cell adds one: its input.
        Assert.Equal("{'before'} 1", await PrintAsync("{n for n in globals() if n[:2] != '_i'} - before, get_ipython().execution_count - count", "print(*[{0}])"));
    }

    public void Dispose() => _cell.Dispose();

    private async Task<string> RefusedAsync(string name, object? value) =>
        (await Assert.ThrowsAsync<NotebookException>(() => python.Language.SetAsync(name, value, Stop))).Message;

    private async Task<string> SetAndPrintAsync(object? value)
    {
        await python.Language.SetAsync("value", value, Stop);
        return await PrintAsync("repr(value)");
    }

    private async Task<string> PrintAsync(string expression, string print = "print({0})")
    {
        using var cell = new RecordedCell();
        await python.Language.RunAsync(print.Replace("{0}", expression, StringComparison.Ordinal), cell.Cell);
        return cell.Text.TrimEnd('\n');
    }

    private sealed record Point(double X);

    private sealed record Late(int? Given = null)
    {
        public int Length => Given ?? throw new InvalidOperationException("not yet.");
    }

    private sealed record Row(string Name, int Count, double? Share, TimeSpan Took, DayOfWeek Day);
}
