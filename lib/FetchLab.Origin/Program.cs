using System.Text.Json;
using FetchLab.Origin;

var app = OriginServer.Build();
await app.StartAsync();

// The first line is for whoever started this: one JSON object, so that more addresses can come.
await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { http1 = app.Urls.First() }));

ParentWatch.Start();
await app.WaitForShutdownAsync();
