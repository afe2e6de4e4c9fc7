using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FetchLab.Tests.Measuring;

/// <summary>
/// A web server that replies to its first request with the first reply of a script, to its second with the second, and to
/// all after the last with the last.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>A page.</summary>
    public const string Page = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly string[] _script;
    private readonly Task _accepting;
    private int _count;

    public ScriptedServer(params string[] script)
    {
        _script = script;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The requests in the order in which they came, each as its text.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>A reply without a page.</summary>
    public static string Refusal(string status, params string[] headers) =>
        $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    /// <summary>Pages of this server: <c>/0</c>, <c>/1</c> and so on.</summary>
    public IReadOnlyList<Page> Pages(int count) =>
        FetchLab.Page.From(Enumerable.Range(0, count).Select(index => $"{Address}{index}"));

    /// <summary>The requests' values of a header, in the order in which they came; null for a request without it.</summary>
    public IEnumerable<string?> Sent(string header) => _requests.Select(request => request
        .Split("\r\n").SingleOrDefault(line => line.StartsWith(header + ": ", StringComparison.Ordinal))?[(header.Length + 2)..]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadRequestAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    var reply = _script[Math.Min(Interlocked.Increment(ref _count), _script.Length) - 1];
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(reply), _stop.Token);
                }
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException)
            {
                // The client closed its end, or the test is over.
            }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                return null;
            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return request.ToString();
    }
}
