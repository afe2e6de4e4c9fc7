using FetchLab.Service;
using Microsoft.AspNetCore.RateLimiting;

var builder = Hosting.CreateBuilder();   // on 127.0.0.1

// Four at a time. Of the others all may wait, or four.
builder.Services.AddRateLimiter(limiter => limiter
    .AddConcurrencyLimiter("queue", four =>
        (four.PermitLimit, four.QueueLimit) = (4, int.MaxValue))
    .AddConcurrencyLimiter("shed", four =>
        (four.PermitLimit, four.QueueLimit) = (4, 4)));

var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/async", (int ms) => Task.Delay(ms));
app.MapGet("/blocking", (int ms) => Task.Delay(ms).Wait());
app.MapGet("/sleeping", (int ms) => Thread.Sleep(ms));
app.MapGet("/queueing", (int ms) => Task.Delay(ms))
    .RequireRateLimiting("queue");
app.MapGet("/shedding", (int ms) => Task.Delay(ms))
    .RequireRateLimiting("shed");
await Hosting.RunAsync(app);
