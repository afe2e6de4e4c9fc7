using System.Text;
using System.Text.Json;

namespace FetchLab.Notebooks;

/// <summary>The other end of a <see cref="ChildSession"/>: reads cells from standard input, runs them, writes what they put out.</summary>
public static class SessionHost
{
    /// <summary>Runs until standard input ends, which it does when the parent does. A cell still running then is given up.</summary>
    /// <param name="connector">What <c>#!connect</c> brings languages in by.</param>
    public static async Task RunAsync(ILanguageConnector? connector = null)
    {
        var utf8 = new UTF8Encoding(false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
        // Nobody is there to type: a cell that reads gets the end of the input at once.
        Console.SetIn(TextReader.Null);

        await using var session = new CSharpSession(ownsProcess: true, connector: connector);
        var gate = new Lock();
        while (await input.ReadLineAsync() is { } line)
        {
            var request = JsonSerializer.Deserialize<HostRequest>(line, HostProtocol.Json)!;
            _ = Task.Run(async () =>
            {
                var ok = await session.ExecuteAsync(request.Cell, put => Write(new(request.Id, Output: put)), CancellationToken.None);
                Write(new(request.Id, Ended: ok));
            });
        }

        void Write(HostEvent happened)
        {
            lock (gate) output.WriteLine(HostProtocol.Write(happened));
        }
    }
}
