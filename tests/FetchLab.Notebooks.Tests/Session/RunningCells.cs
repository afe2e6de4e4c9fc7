namespace FetchLab.Notebooks.Tests;

public sealed class RunningCells : SessionTest
{
    [Fact]
    public async Task Value_OfTheLastExpression_IsTheResult()
    {
        Assert.Equal("2", await ResultAsync("1 + 1"));
        Assert.Equal("5", await ResultAsync("int x = 5;\nx"));
        Assert.Equal("10", await ResultAsync("x * 2"));
        Assert.Equal("7", await ResultAsync("return x + 2;"));
    }

    [Theory]
    [InlineData("int.Parse(\"1\");")]
    [InlineData("var y = 3;")]
    [InlineData("using System.IO;")]
    [InlineData("// nothing")]
    [InlineData("")]
    [InlineData("Task.CompletedTask")]
    [InlineData("GC.Collect()")]
    [InlineData("await Task.Yield();")]
    [InlineData("class Empty { }")]
    public async Task Cell_WithoutAValue_HasNoResult(string source) => Assert.Empty(await RunAsync(source));

    [Fact]
    public async Task Await_AtTheTop_Works()
    {
        Assert.Equal("42", await ResultAsync("await Task.Delay(1); 42"));
        Assert.Equal("3", await ResultAsync("async Task<int> F() { await Task.Yield(); return 3; }\nawait F()"));
    }

    [Fact]
    public async Task Declarations_CanBeMadeAnew()
    {
        await RunAsync("var x = 1; class A { public int N => 1; } int F() => 1;");
        await RunAsync("var x = \"two\"; class A { public string N => \"two\"; } string F() => \"two\";");

        Assert.Equal("two two two", await ResultAsync("$\"{x} {new A().N} {F()}\""));
    }

    [Fact]
    public async Task Usings_HoldForLaterCells()
    {
        await RunAsync("using System.Globalization;");

        Assert.Equal("", await ResultAsync("CultureInfo.InvariantCulture.Name"));
    }

    [Fact]
    public async Task Cell_ThatThrows_KeepsWhatItDidBefore()
    {
        var error = await ErrorAsync("int kept = 1;\nkept = 7;\nthrow new InvalidOperationException(\"half way\");");

        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal(["InvalidOperationException: half way", "   at cell 1:line 3"], error.Traceback);
        Assert.Equal("7", await ResultAsync("kept"));
    }

    [Fact]
    public async Task Error_InAMethodOfAnEarlierCell_PointsIntoBothCells()
    {
        await RunAsync("class Crawler\n{\n    public async Task FetchAsync()\n    {\n        await Task.Yield();\n        throw new TimeoutException(\"late\");\n    }\n}");

        var error = await ErrorAsync("// first\nawait new Crawler().FetchAsync();");

        Assert.Equal(["TimeoutException: late", "   at Crawler.FetchAsync in cell 1:line 6", "   at cell 2:line 2"], error.Traceback);
    }

    [Fact]
    public async Task Error_ThatHidesItsTrace_IsItsSentenceAndThePlaceInTheCell()
    {
        await RunAsync("[System.Diagnostics.StackTraceHidden] class Mistake : Exception { public Mistake(string message) : base(message) { } }");

        var error = await ErrorAsync("throw new Mistake(\"workers must be at least 1\");");

        Assert.Equal(["workers must be at least 1", "   at cell 2:line 1"], error.Traceback);
    }

    [Fact]
    public async Task CompileError_NamesEachPlace_AndLeavesTheSessionAsItWas()
    {
        await RunAsync("var x = 1;");

        var error = await ErrorAsync("int a = \"text\";\nnowhere.Call();");

        Assert.Equal("CompileError", error.Name);
        Assert.Equal(
            [
                "cell 2(1,9): CS0029: Cannot implicitly convert type 'string' to 'int'",
                "cell 2(2,1): CS0103: The name 'nowhere' does not exist in the current context",
            ],
            error.Traceback);
        Assert.Equal("1", await ResultAsync("x"));
        Assert.Equal("CompileError", (await ErrorAsync("a")).Name);
    }

    [Fact]
    public async Task Console_IsTheCells_AndKeepsItsOrder()
    {
        var outputs = await RunAsync("Console.Write(\"a\"); Console.Error.WriteLine(\"b\"); display(1); Console.WriteLine(2.5);");

        Assert.Equal(
            [new StreamOutput("stdout", "a"), new StreamOutput("stderr", "b\n")],
            outputs.Take(2));
        Assert.Equal("1", Assert.IsType<DisplayOutput>(outputs[2]).Data.PlainText);
        Assert.Equal("2.5\n", string.Concat(outputs.Skip(3).Cast<StreamOutput>().Select(stream => stream.Text)));
    }

    [Fact]
    public async Task Console_OfATaskThatOutlivesItsCell_BelongsToThatCell()
    {
        await RunAsync("var go = new TaskCompletionSource(); var done = new TaskCompletionSource();");
        var first = new List<CellOutput>();
        await Session.ExecuteAsync(
            new("_ = Task.Run(async () => { await go.Task; Console.WriteLine(\"late\"); done.SetResult(); });", "cell 2"),
            first.Add,
            TestContext.Current.CancellationToken);

        var second = await RunAsync("go.SetResult(); await done.Task; Console.WriteLine(\"now\");");

        Assert.Equal([new StreamOutput("stdout", "late\n")], first);
        Assert.Equal([new StreamOutput("stdout", "now\n")], second);
    }

    [Fact]
    public async Task Task_ThatACellStarts_SeesNoSynchronizationContext() =>
        Assert.Equal("True", await ResultAsync("await Task.Run(() => System.Threading.SynchronizationContext.Current == null)"));

    [Fact]
    public async Task AsyncMethod_ThatACellBlocksOn_EndsAllTheSame()
    {
        await RunAsync("async Task<int> F() { await Task.Delay(1); await Task.Yield(); return 3; }");

        Assert.Equal("3", await ResultAsync("F().Result"));
        Assert.Equal("3", await ResultAsync("var task = F(); task.Wait(); task.GetAwaiter().GetResult()"));
        Assert.Equal("3", await ResultAsync("await Task.Yield(); F().Result"));
    }

    [Fact]
    public async Task AsyncVoid_ThatThrows_IsSaidAndEndsNothing()
    {
        var outputs = await RunAsync(
            "async void F() { await Task.Yield(); throw new Exception(\"lost\"); }\nF(); await Task.Delay(50);\nConsole.WriteLine(\"on\");");

        Assert.Equal(["lost"], outputs.OfType<ErrorOutput>().Select(error => error.Message));
        Assert.Contains(new StreamOutput("stdout", "on\n"), outputs);
    }

    [Fact]
    public async Task Error_OfAThreadOfItsOwn_IsTheCells()
    {
        var outputs = await RunAsync(
            "var thread = new System.Threading.Thread(() => throw new Exception(\"lost\"));\nthread.Start();\nthread.Join();\nConsole.WriteLine(\"on\");");

        Assert.Equal(["Exception: lost\n   at cell 1:line 1"], outputs.OfType<ErrorOutput>().Select(error => string.Join('\n', error.Traceback)));
        Assert.Contains(new StreamOutput("stdout", "on\n"), outputs);
    }

    [Theory]
    [InlineData("int F(int n) => n + F(n + 1);\nF(0)", "F")]
    [InlineData("class Node { public int Depth => 1 + Depth; }\nnew Node().Depth", "Node.get_Depth")]
    [InlineData("async Task<int> F() => 1 + await F();\nawait F()", "F")]
    [InlineData("Func<int, int> f = null; f = n => n + f(n + 1);\nf(0)", null)]
    public async Task RecursionWithoutEnd_IsAnError_AndTheSessionLives(string source, string? method)
    {
        await RunAsync("int kept = 1;");

        var error = await ErrorAsync(source);

        Assert.Equal("the stack is full: a method calls itself without an end, or too deeply.", error.Message);
        Assert.True(error.Traceback.Count <= 3, string.Join('\n', error.Traceback));
        Assert.StartsWith(method is null ? "   at cell 2:line " : $"   at {method} in cell 2:line ", error.Traceback[1], StringComparison.Ordinal);
        Assert.Equal("1", await ResultAsync("kept"));
    }

    [Fact]
    public async Task Error_InALoop_PointsAtItsLine()
    {
        var error = await ErrorAsync("for (var i = 0; i < 3; i++)\n{\n    int Inner(int n)\n    { if (n < 2) return n; throw new Exception(\"bad\"); }\n    Inner(i);\n}");

        Assert.Equal(["Exception: bad", "   at Inner in cell 1:line 4", "   at cell 1:line 5"], error.Traceback);
    }

    [Fact]
    public async Task Cell_ThatIsRunAgain_LeavesWhatIsBelowItAsItWas()
    {
        await RunAsync("using System.IO;\nint below = 1; int Twice(int n) => 2 * n;");
        for (var i = 0; i < 3; i++) await RunAsync($"int x = {i}; class C {{ public int N => {i + 2}; }} int F(int n) => n + x; below += 10;");
        await RunAsync("Console.WriteLine(x);");
        await RunAsync("using System.Globalization;");

        Assert.Equal("31 4 4 3", await ResultAsync("$\"{below} {Twice(x)} {new C().N} {F(1)}\""));
        Assert.Equal("True", await ResultAsync("Path.DirectorySeparatorChar != ' ' && CultureInfo.InvariantCulture.Name == \"\""));
        Assert.Equal("below, x", (await ResultAsync("string.Join(\", \", new[] { nameof(below), nameof(x) })")));
    }

    [Fact]
    public async Task Cell_MayBeUnsafe_AndLoadAFileThatIs()
    {
        Write("double.csx", "unsafe void Double(int* p) => *p *= 2;");
        await RunAsync("#load \"double.csx\"\nunsafe int Read(int* p) => *p;");

        Assert.Equal("42", await ResultAsync("int Twice(int n) { unsafe { Double(&n); return Read(&n); } }\nTwice(21)"));
        Assert.Contains("unsafe", (await ErrorAsync("int Bad(int n) => *&n;")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overload_OfAMethod_StandsBesideIt()
    {
        await RunAsync("string F(int n) => \"int\";");
        await RunAsync("string F(string s) => \"string\";");
        await RunAsync("string F(string s) => \"second string\";");

        Assert.Equal("int second string", await ResultAsync("$\"{F(1)} {F(\"\")}\""));
    }

    [Fact]
    public async Task Code_OfACellThatIsRunAgain_KeepsItsOwnVariables()
    {
        await RunAsync("var gate = new TaskCompletionSource(); Task<int> later;");
        await RunAsync("int x = 1; async Task<int> F() { await gate.Task; return x; }\nlater = F();");
        await RunAsync("int x = 2; async Task<int> F() { await gate.Task; return x; }\ngate.SetResult();");

        Assert.Equal("1 2", await ResultAsync("$\"{await later} {await F()}\""));
    }

    [Fact]
    public async Task Cell_ThatIsRunAgainAndThrows_HasHiddenWhatWasThere()
    {
        await RunAsync("int x = 1;");
        await RunAsync("if (true) throw new Exception(\"bad\"); int x = 2;");

        Assert.Equal("0", await ResultAsync("x"));
    }

    [Fact]
    public async Task ExpressionTree_HoldsWhatWasWritten() => Assert.Equal(
        "n => (n + 1)", await ResultAsync("System.Linq.Expressions.Expression<Func<int, int>> tree = n => n + 1;\ntree.ToString()"));

    [Fact]
    public async Task Cell_OfAnotherLanguage_SaysWhatTheEngineRuns()
    {
        var error = Assert.Single((await RunAsync("x <- 1", "R")).OfType<ErrorOutput>());

        Assert.Equal(
            $"this cell is written in 'R', and the engine runs {Languages.All}; connect it first: #!connect jupyter --kernel-name R --kernel-spec ir.",
            error.Message);
    }
}
