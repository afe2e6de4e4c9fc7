using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>The file by which a front end tells a kernel where to listen, and the key that both sign with.</summary>
/// <param name="Address">The only address to listen on.</param>
/// <param name="ShellPort">The port for requests.</param>
/// <param name="ControlPort">The port for requests that are answered while a cell runs.</param>
/// <param name="StdinPort">The port for questions to the person.</param>
/// <param name="IoPubPort">The port of what every client hears.</param>
/// <param name="HeartbeatPort">The port of the echo.</param>
/// <param name="Key">The key of the signatures; empty where messages are not signed.</param>
public sealed record ConnectionFile(
    IPAddress Address, int ShellPort, int ControlPort, int StdinPort, int IoPubPort, int HeartbeatPort, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="NotebookException">It is missing, or says something that a kernel cannot do.</exception>
    public static ConnectionFile Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NotebookException($"there is no connection file '{path}' to read; a front end writes one, such as kernel-1234.json.", error);
        }

        return Parse(text, path);
    }

    /// <summary>Reads the text of a connection file.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="name">What a mistake calls the file.</param>
    public static ConnectionFile Parse(string text, string name)
    {
        JsonObject? json = null;
        try
        {
            json = JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            // The sentence below is for both: no JSON, and JSON that is something else.
        }

        if (json is null) throw new NotebookException($"the connection file '{name}' is no JSON object; it should read {{\"transport\": \"tcp\", \"ip\": \"127.0.0.1\", …}}.");
        if (Text("transport", "tcp") is not "tcp" and var transport) throw Wrong("transport", transport, "tcp");
        if (Text("signature_scheme", Scheme) is not Scheme and var scheme) throw Wrong("signature_scheme", scheme, Scheme);
        var ip = Text("ip", "127.0.0.1");
        if (!IPAddress.TryParse(ip == "localhost" ? "127.0.0.1" : ip, out var address)) throw Wrong("ip", ip, "127.0.0.1");
        var ports = new HashSet<int>();
        return new(address, Port("shell_port"), Port("control_port"), Port("stdin_port"), Port("iopub_port"), Port("hb_port"), Text("key", ""));

        string Text(string field, string absent) => json[field] switch
        {
            null => absent,
            JsonValue value when value.TryGetValue(out string? found) => found,
            var other => throw Wrong(field, other.ToJsonString(), absent.Length > 0 ? absent : "a0c3-77b1"),
        };

        // Two sockets cannot share a port: the second of them is the mistake.
        int Port(string field) =>
            json[field] is JsonValue value && value.TryGetValue(out int port) && port is > 0 and <= IPEndPoint.MaxPort && ports.Add(port)
                ? port
                : throw Wrong(field, json[field]?.ToJsonString() ?? "missing", $"{Enumerable.Range(50160, 5).First(free => !ports.Contains(free))}");

        NotebookException Wrong(string field, string value, string good) =>
            new($"the connection file '{name}' has {field} '{value}', which this kernel cannot use; try '{good}'.");
    }

    /// <summary>A new one: ports of this machine that are free just now, and a random key.</summary>
    internal static ConnectionFile OnFreePorts()
    {
        // All at once, so that none is given twice.
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Dispose();
        return new(IPAddress.Loopback, ports[0], ports[1], ports[2], ports[3], ports[4], RandomNumberGenerator.GetHexString(64, lowercase: true));
    }

    /// <summary>Writes it where only its owner can read it: who knows the key can run code.</summary>
    /// <param name="path">A file that does not exist.</param>
    internal void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(WireJson.Write(new()
        {
            ["transport"] = "tcp", ["ip"] = Address.ToString(), ["signature_scheme"] = Scheme, ["key"] = Key,
            ["shell_port"] = ShellPort, ["control_port"] = ControlPort, ["stdin_port"] = StdinPort, ["iopub_port"] = IoPubPort, ["hb_port"] = HeartbeatPort,
        }));
    }

    /// <summary>Where a socket with a port of this file listens, or connects to.</summary>
    internal string Endpoint(int port) => $"tcp://{new IPEndPoint(Address, port)}";
}
