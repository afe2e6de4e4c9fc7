using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FetchLab.Course.Tests;

/// <summary>The system's Chromium, offline unless it is to visit this machine's own server.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly bool _scripts;
    private readonly bool _offline;

    private Browser(IPlaywright playwright, IBrowser browser, bool scripts, bool offline) =>
        (_playwright, _browser, _scripts, _offline) = (playwright, browser, scripts, offline);

    /// <summary>What the pages wrote to the console as an error or a warning, and what they threw.</summary>
    public ConcurrentQueue<string> Problems { get; } = [];

    /// <summary>The addresses that the pages asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<Browser> StartAsync(bool scripts = true, bool offline = true)
    {
        var program = _names.SelectMany(name => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator), (name, folder) => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "no Chromium is on the PATH; install chromium.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new(playwright, browser, scripts, offline);
    }

    /// <summary>Opens a file.</summary>
    public Task<IPage> OpenAsync(string path, int width = 1280) => GoAsync(new Uri(path).AbsoluteUri, width);

    /// <summary>Opens an address.</summary>
    public async Task<IPage> GoAsync(string address, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new()
        {
            Offline = _offline,
            JavaScriptEnabled = _scripts,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Problems.Enqueue(message.Text);
        };
        page.PageError += (_, error) => Problems.Enqueue(error);
        page.Request += (_, request) => Requests.Enqueue(request.Url);
        page.WebSocket += (_, socket) => Requests.Enqueue(socket.Url);
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
