using System.Text.Json;
using FetchLab.Origin;

Clock.Start();
if (OriginArguments.Read(args, out var mistake) is not { } arguments)
    return await ComplainAsync(mistake!);

var app = OriginServer.Build(arguments);
try
{
    await app.StartAsync();
}
catch (IOException)
{
    return await ComplainAsync($"port {arguments.Port} or the one after it is taken; try --port 0, and the system chooses.");
}

// The first line is for whoever started this.
await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { http1 = app.Urls.First(), http2 = app.Urls.Last() }));

await app.WaitForShutdownAsync();
return 0;

static async Task<int> ComplainAsync(string sentence)
{
    await Console.Error.WriteLineAsync($"origin: {sentence}");
    return 2;
}
