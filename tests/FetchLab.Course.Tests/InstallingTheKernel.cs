using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

namespace FetchLab.Course.Tests;

/// <summary><c>install</c> and <c>uninstall</c>: what they write, what they leave alone, and who goes on meanwhile.</summary>
[Collection(KernelCollection.Name)]
public sealed class InstallingTheKernel(InstalledKernel kernel) : IDisposable
{
    private const string Foreign = """{ "argv": ["other", "{connection_file}"], "display_name": "Other", "language": "C#" }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    private string Kernels => Path.Combine(_folder, "share", "jupyter", "kernels");

    [Fact]
    public void Install_WithoutANetwork_WritesASpecThatStandsOnItsOwn()
    {
        Assert.Equal((0, ""), (kernel.Installed.ExitCode, kernel.Installed.Error));
        Assert.EndsWith($".NET (C#) is installed as {kernel.Spec}.\n", kernel.Installed.Out, StringComparison.Ordinal);
        var spec = Read(kernel.Spec);

        var command = spec["argv"]!.AsArray().Select(word => (string)word!).ToList();
        Assert.Equal(4, command.Count);
        Assert.Equal("dotnet", Path.GetFileNameWithoutExtension(command[0]));
        Assert.True(Path.IsPathFullyQualified(command[0]) && File.Exists(command[0]), command[0]);
        Assert.True(File.Exists(command[1]), command[1]);
        Assert.Equal(kernel.Engines, Path.GetDirectoryName(Path.GetDirectoryName(command[1])));
        Assert.Equal(["kernel", "{connection_file}"], command[2..]);
        Assert.Equal((".NET (C#)", "C#", OperatingSystem.IsWindows() ? "message" : "signal"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
    }

    [Theory]
    [InlineData("FetchLab.Notebooks.dll")]
    [InlineData("FetchLab.Jupyter.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    public void Engine_IsCompiledAheadOfTime(string library)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Engine(kernel.Spec), library)));

        Assert.NotEqual(0, file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    [Fact]
    public async Task Install_WhileAKernelRuns_LetsItGoOn_AndServesTheNext()
    {
        var (running, go) = (Path.Combine(_folder, "running"), Path.Combine(_folder, "go"));
        var before = Engine(kernel.Spec);
        var run = kernel.RunAsync(
            "meanwhile.ipynb",
            $"using System.IO;\nint kept = 42;\nFile.WriteAllText(@\"{running}\", \"\");\nwhile (!File.Exists(@\"{go}\")) await Task.Delay(50);",
            // Needs a library of the engine's that nothing has loaded yet.
            "new Microsoft.Data.Analysis.DataFrame().Columns.Count + kept",
            "typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location");
        await UntilAsync(() => File.Exists(running) || run.IsCompleted);

        var again = await Command.FetchLabAsync(Repository.Root, "install", "--prefix", kernel.Prefix);
        var after = Engine(kernel.Spec);
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        var notebook = await run;
        var next = await kernel.RunAsync("next.ipynb", "typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location");

        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.NotEqual(before, after);
        Assert.Equal(["42", Path.Combine(before, "FetchLab.Notebooks.dll")], Results(notebook));
        Assert.Equal([Path.Combine(after, "FetchLab.Notebooks.dll")], Results(next));
    }

    [Fact]
    public async Task ForeignSpec_IsLeftAlone_WithALineThatSaysSo()
    {
        var spec = WriteForeign("taken");

        var install = await Command.FetchLabAsync(_folder, "install", "--prefix", _folder, "--name", "taken");
        var uninstall = await Command.FetchLabAsync(_folder, "uninstall", "--prefix", _folder, "--name", "taken");

        Assert.Equal(
            (1, "", $"fetchlab: the kernel in {spec} is another engine's and was left alone; add --force to replace it, or --name to install beside it.\n"),
            (install.ExitCode, install.Out, install.Error));
        Assert.Equal(
            (1, "", $"fetchlab: the kernel in {spec} is another engine's and was left alone; whoever installed it can remove it.\n"),
            (uninstall.ExitCode, uninstall.Out, uninstall.Error));
        Assert.Equal(Foreign, await File.ReadAllTextAsync(Path.Combine(spec, "kernel.json"), TestContext.Current.CancellationToken));
        Assert.Equal(["kernel.json", "logo-64x64.png"], Names(spec));
        Assert.Equal(["jupyter"], Names(Path.Combine(_folder, "share")));
    }

    [Fact]
    public async Task Force_TakesAForeignSpecOver_AndUninstallLeavesNothingOfIt()
    {
        var spec = WriteForeign("taken");
        var neighbour = WriteForeign("neighbour");

        var install = await InstalledKernel.OfflineAsync(
            "install", "--prefix", _folder, "--name", "taken", "--display-name", "C# \"für mich\"", "--force");
        Assert.Equal((0, ""), (install.ExitCode, install.Error));
        Assert.Equal("C# \"für mich\"", (string?)Read(spec)["display_name"]);
        Assert.True(Directory.Exists(Engine(spec)));
        Assert.Equal(["kernel.json"], Names(spec));

        var uninstall = await Command.FetchLabAsync(_folder, "uninstall", "--prefix", _folder, "--name", "taken");
        Assert.Equal((0, $"There is no kernel in {spec} any more.\n", ""), (uninstall.ExitCode, uninstall.Out, uninstall.Error));
        Assert.Equal(["jupyter"], Names(Path.Combine(_folder, "share")));
        Assert.Equal(["neighbour"], Names(Kernels));
        Assert.Equal(Foreign, await File.ReadAllTextAsync(Path.Combine(neighbour, "kernel.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Uninstall_TakesTheFoldersAwayThatInstallMade_AndNoOther()
    {
        var (engine, spec) = (Path.Combine(_folder, "share", "fetchlab", "engine-1"), Path.Combine(Kernels, ".net-csharp"));
        Directory.CreateDirectory(engine);
        Directory.CreateDirectory(spec);
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        await File.WriteAllTextAsync(
            Path.Combine(spec, "kernel.json"),
            new JsonObject { ["metadata"] = new JsonObject { ["fetchlab"] = new JsonObject { ["engine"] = engine } } }.ToJsonString(),
            TestContext.Current.CancellationToken);

        var first = await Command.FetchLabAsync(_folder, "uninstall", "--prefix", ".");
        var second = await Command.FetchLabAsync(_folder, "uninstall", "--prefix", ".");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(["bin"], Names(_folder));
    }

    [Theory]
    [InlineData("a kernel's name consists of letters, digits, '.', '-' and '_', but was 'a/b'; try --name .net-csharp.", "install", "--name", "a/b")]
    [InlineData("a kernel's name consists of letters, digits, '.', '-' and '_', but was '..'; try --name .net-csharp.", "uninstall", "--name", "..")]
    [InlineData("--prefix must be a folder, but was ''; try --prefix ~/.local, or leave it out.", "install", "--prefix", "")]
    [InlineData("--prefix must be a folder, but was 'file'; try --prefix ~/.local, or leave it out.", "install", "--prefix", "file")]
    [InlineData("--display-name must say something, but was ' '; try --display-name \"C# (FetchLab)\".", "install", "--prefix", ".", "--display-name", " ")]
    [InlineData("Required argument missing for option: '--prefix'; try 'fetchlab install --help'.", "install", "--prefix")]
    [InlineData("Unrecognized command or argument 'here'; try 'fetchlab install --help'.", "install", "here")]
    [InlineData("Unrecognized command or argument '--force'; try 'fetchlab uninstall --help'.", "uninstall", "--force")]
    public async Task Mistake_GetsOneLine_AndExitCode2(string message, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestContext.Current.CancellationToken);

        var run = await Command.FetchLabAsync(_folder, arguments);

        Assert.Equal((2, "", $"fetchlab: {message}\n"), (run.ExitCode, run.Out, run.Error));
        Assert.Equal(["file"], Names(_folder));
    }

    [Fact]
    public async Task Folder_ThatCannotBeWritten_GetsOneLine_AndNothingIsLeft()
    {
        // Where the folder of engines should be lies a file.
        Directory.CreateDirectory(Path.Combine(_folder, "share"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "share", "fetchlab"), "", TestContext.Current.CancellationToken);

        var run = await Command.FetchLabAsync(Repository.Root, "install", "--prefix", _folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"^fetchlab: nothing can be installed as [^\n]+: [^\n]+ Try --prefix with a folder of your own\.\n$", run.Error);
        Assert.Equal(["fetchlab"], Names(Path.Combine(_folder, "share")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string WriteForeign(string name)
    {
        var spec = Directory.CreateDirectory(Path.Combine(Kernels, name)).FullName;
        File.WriteAllText(Path.Combine(spec, "kernel.json"), Foreign);
        File.WriteAllText(Path.Combine(spec, "logo-64x64.png"), "");
        return spec;
    }

    private static JsonNode Read(string spec) => JsonNode.Parse(File.ReadAllText(Path.Combine(spec, "kernel.json")))!;

    private static string Engine(string spec) => Path.GetDirectoryName((string)Read(spec)["argv"]![1]!)!;

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Results(FetchLab.Notebooks.Notebook notebook) => notebook.CodeCells.SelectMany(cell => cell.Outputs)
        .Select(output => string.Concat(output["data"]!["text/plain"]!.AsArray().Select(line => (string)line!)));

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var left = 600; !holds(); left--)
        {
            Assert.True(left > 0, "the kernel ran no cell in a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
