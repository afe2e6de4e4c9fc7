using System.Diagnostics;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>Kernelspecs that are found, and those that are missing, broken or silent.</summary>
public sealed class FindingKernels : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-specs-").FullName;

    [Fact]
    public void Spec_OfTheFirstFolder_Counts_WhateverItsCase()
    {
        Write("one", "MyPython", ["/bin/sh", "{resource_dir}/start", "{connection_file}"], new() { ["interrupt_mode"] = "message", ["env"] = new JsonObject { ["PLACE"] = "${HOME}/x" } });
        Write("two", "mypython", ["/bin/true"]);

        var found = InstalledKernel.Find("python", "mypython", [Path.Combine(_folder, "none"), Path.Combine(_folder, "one"), Path.Combine(_folder, "two")]);

        var place = Path.Combine(_folder, "one", "MyPython");
        Assert.Equal(["/bin/sh", $"{place}/start", "/tmp/file"], found.CommandFor("/tmp/file"));
        Assert.Equal($"{Environment.GetEnvironmentVariable("HOME")}/x", found.Environment["PLACE"]);
        Assert.True(found.InterruptsByMessage);
    }

    [Fact]
    public void Program_IsLookedForInThePath()
    {
        Write("one", "x", ["sh", "{connection_file}"]);

        Assert.EndsWith("/sh", InstalledKernel.Find("x", "x", [Path.Combine(_folder, "one")]).Command[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_AreJupyters()
    {
        Assert.Contains("/usr/share/jupyter/kernels", JupyterData.Kernels);
        Assert.Contains("/usr/local/share/jupyter/kernels", JupyterData.Kernels);
        Assert.Contains(Path.Combine(JupyterData.User, "kernels"), JupyterData.Kernels);
    }

    [Fact]
    public async Task MissingSpec_SaysWhatToInstall()
    {
        var missing = await Assert.ThrowsAsync<LanguageMissingException>(() => ConnectAsync("python3"));

        Assert.Equal("python", missing.Language);
        Assert.Equal(
            "there is no Jupyter kernel 'python3' on this machine; install it with 'python3 -m pip install ipykernel', or as the system's package python3-ipykernel.",
            missing.Message);
        Assert.Equal("python", (await Assert.ThrowsAsync<LanguageMissingException>(() => ConnectAsync("python3", "py"))).Language);
        Assert.Equal("ir", (await Assert.ThrowsAsync<LanguageMissingException>(() => ConnectAsync("ir", "ir"))).Language);
    }

    [Fact]
    public async Task MissingProgram_SaysWhatToInstall()
    {
        Write("kernels", "python3", ["/nowhere/python3", "{connection_file}"]);

        var missing = await Assert.ThrowsAsync<LanguageMissingException>(() => ConnectAsync("python3"));

        Assert.Equal("python", missing.Language);
        Assert.StartsWith("the Jupyter kernel 'python3' is run by '/nowhere/python3', which is not on this machine; install it with", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PythonWithoutItsPackage_SaysWhatToInstall()
    {
        Write("kernels", "python3", ["/bin/sh", "-c", "echo /usr/bin/python3: No module named ipykernel_launcher >&2; exit 1"]);

        var missing = await Assert.ThrowsAsync<LanguageMissingException>(() => ConnectAsync("python3"));

        Assert.Contains("has no ipykernel; install it with", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nonsense")]
    [InlineData("[]")]
    [InlineData("{\"argv\": []}")]
    [InlineData("{\"argv\": [1]}")]
    public async Task BrokenSpec_IsRefused(string text)
    {
        Write("kernels", "python3", []);
        await File.WriteAllTextAsync(Path.Combine(_folder, "kernels", "python3", "kernel.json"), text, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<NotebookException>(() => ConnectAsync("python3"));

        Assert.Contains("names no command; it should have \"argv\":", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../python3")]
    public async Task Name_ThatIsNone_IsRefused(string spec)
    {
        var error = await Assert.ThrowsAsync<NotebookException>(() => ConnectAsync(spec));

        Assert.Contains($"but was '{spec}'; try --kernel-spec python3.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KernelThatEnds_IsQuoted()
    {
        Write("kernels", "python3", ["/bin/sh", "-c", "echo first >&2; printf '\\033[31mlast words\\033[0m\\n' >&2; exit 5"]);

        var error = await Assert.ThrowsAsync<NotebookException>(() => ConnectAsync("python3"));

        Assert.Equal(
            "the Jupyter kernel 'python3' ended with exit code 5 before it answered; try it by itself with 'jupyter console --kernel python3'. It said:\nfirst\nlast words",
            error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KernelThatNeverAnswers_IsGivenUp_AndLeavesNothingRunning(bool isCancelled)
    {
        var written = Path.Combine(_folder, "id");
        Write("kernels", "python3", ["/bin/sh", "-c", $"echo $$ > {written}.new; mv {written}.new {written}; echo dreaming >&2; sleep 100; true"]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var connecting = ConnectAsync("python", "python3", isCancelled ? _patience : TimeSpan.FromSeconds(5), stop.Token);
        for (var clock = Stopwatch.StartNew(); !File.Exists(written); await Task.Delay(10, TestContext.Current.CancellationToken)) Assert.True(clock.Elapsed < _patience);
        if (isCancelled) await stop.CancelAsync();

        if (isCancelled)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        }
        else
        {
            var error = await Assert.ThrowsAsync<NotebookException>(() => connecting);
            Assert.StartsWith("the Jupyter kernel 'python3' did not answer within 5 s; ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(" It said:\ndreaming", error.Message, StringComparison.Ordinal);
        }

        var id = int.Parse(await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(ProcessTable.IsRunning(id));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ILanguage> ConnectAsync(string spec, string name = "python") => ConnectAsync(name, spec, _patience, TestContext.Current.CancellationToken);

    private Task<ILanguage> ConnectAsync(string name, string spec, TimeSpan patience, CancellationToken stop) =>
        new JupyterConnector { Folders = [Path.Combine(_folder, "kernels")], Patience = patience }.ConnectAsync(name, spec, _folder, stop);

    private void Write(string kernels, string spec, string[] argv, JsonObject? rest = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, kernels, spec)).FullName;
        var json = rest ?? [];
        json["argv"] = new JsonArray([.. argv.Select(word => JsonValue.Create(word))]);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), json.ToJsonString());
    }
}
