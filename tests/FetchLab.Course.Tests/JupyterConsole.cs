using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FetchLab.Course.Tests;

/// <summary>A real <c>jupyter console</c>, with somebody who types and waits for what it says.</summary>
internal sealed partial class JupyterConsole : IDisposable
{
    private const string Program = "/usr/bin/jupyter-console";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _console;
    private readonly string _folder;
    private readonly StringBuilder _said = new();
    private int _read;

    private JupyterConsole(string folder, string program, params string[] arguments)
    {
        _folder = folder;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in JupyterHome.Make(folder)) start.Environment[name] = value;
        // The pseudo terminal does not say where its cursor is, and has no size of its own.
        foreach (var (name, value) in new[] { ("PROMPT_TOOLKIT_NO_CPR", "1"), ("TERM", "xterm"), ("COLUMNS", "100"), ("LINES", "40") }) start.Environment[name] = value;
        _console = Process.Start(start)!;
        _ = ListenAsync(_console.StandardOutput);
        _ = ListenAsync(_console.StandardError);
    }

    /// <summary>Starts one whose prompt is plain lines.</summary>
    public static JupyterConsole Plain(string folder, params string[] arguments) => new(folder, Found(), [.. arguments, "--simple-prompt"]);

    /// <summary>Starts one in a terminal, where keys count.</summary>
    public static JupyterConsole InTerminal(string folder)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no pseudo terminal; install bsdutils.");
        // By itself it gives a completion five seconds, and the question whether a cell is whole one: too few on a busy machine.
        var command = $"{Found()} --kernel .net-csharp --ZMQCompleter.timeout=60 --ZMQTerminalInteractiveShell.kernel_is_complete_timeout=60";
        return new(folder, "/usr/bin/script", "--quiet", "--return", "--flush", "--command", command, "/dev/null");
    }

    public async Task TypeAsync(string keys)
    {
        await _console.StandardInput.WriteAsync(keys);
        await _console.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for words, after those that were waited for before.</summary>
    /// <returns>What was said up to and with them.</returns>
    public async Task<string> HearAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            var said = Said();
            if (said.IndexOf(words, _read, StringComparison.Ordinal) is >= 0 and var at)
            {
                var heard = said[_read..(at + words.Length)];
                _read = at + words.Length;
                return heard;
            }

            Assert.True(watch.Elapsed < _patience, $"the console did not say '{words}'. It said:\n{said}");
        }
    }

    /// <summary>Ends the console as no console wishes to end, and waits for its kernel to follow.</summary>
    public async Task KillAsync()
    {
        _console.Kill();
        for (var watch = Stopwatch.StartNew(); Kernels().Count > 0; await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < _patience, "the console was killed a minute ago, and its kernel still runs.");
    }

    /// <summary>The processes that serve the connection files of this console's folder.</summary>
    public IReadOnlyList<int> Kernels()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc, which only Linux has.");
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(process => int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && CommandLine(id) is var words && words.Contains("\0kernel\0", StringComparison.Ordinal)
                    && words.Contains(Path.Combine(_folder, "runtime"), StringComparison.Ordinal)),
        ];
    }

    public void Dispose()
    {
        _console.Kill(entireProcessTree: true);
        Assert.True(_console.WaitForExit(_patience), "the console was killed, and is still there.");
        _console.Dispose();
    }

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Found()
    {
        Assert.SkipUnless(File.Exists(Program), "there is no console of Jupyter's; install jupyter-console.");
        return Program;
    }

    private string Said()
    {
        lock (_said) return Escape().Replace(_said.ToString(), "");
    }

    private async Task ListenAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_said) _said.Append(buffer, 0, count);
        }
    }

    // Colours, and moves of the cursor. One that is not whole yet could change what stands before it, so it goes too.
    [GeneratedRegex(@"\x1b(\[[0-9;?]*([A-Za-z]|$)|$|[^\[])")]
    private static partial Regex Escape();
}
