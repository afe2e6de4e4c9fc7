using System.Text.Json;
using FetchLab.Origin;
using FetchLab.Service;
using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");

// Four requests at a time. The others wait, all of them; or four wait, and the rest is turned away.
builder.Services.AddRateLimiter(limiter => limiter
    .AddConcurrencyLimiter("queue", four => (four.PermitLimit, four.QueueLimit) = (4, int.MaxValue))
    .AddConcurrencyLimiter("shed", four => (four.PermitLimit, four.QueueLimit) = (4, 4))
    .RejectionStatusCode = StatusCodes.Status503ServiceUnavailable);

var app = builder.Build();
app.UseRateLimiter();

app.MapGet("/async", (int ms) => Task.Delay(ms));
app.MapGet("/blocking", (int ms) => Task.Delay(ms).Wait());
app.MapGet("/sleeping", (int ms) => Thread.Sleep(ms));

app.MapGet("/queueing", (int ms) => Task.Delay(ms)).RequireRateLimiting("queue");
app.MapGet("/shedding", (int ms) => Task.Delay(ms)).RequireRateLimiting("shed");

var pool = PoolSampler.Start();
app.MapGet("/pool", pool.Read);

await app.StartAsync();

// The first line is for whoever started this.
Console.WriteLine(JsonSerializer.Serialize(new { http1 = app.Urls.Single() }));
ParentWatch.Start();
await app.WaitForShutdownAsync();
