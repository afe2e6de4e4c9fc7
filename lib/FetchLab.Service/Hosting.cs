using System.Text.Json;
using FetchLab.Origin;

namespace FetchLab.Service;

/// <summary>What a service needs that is started by a notebook, and that a lesson need not read.</summary>
internal static class Hosting
{
    /// <summary>A program that listens on this machine alone, at a port that the system chooses, and says nothing.</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Not the folder that it happens to be started in: settings that lie there are not meant for it.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        ParentLifetime.Use(builder.Services);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    /// <summary>Runs until its parent ends, and tells at <c>/pool</c> what its thread pool is like.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        app.MapGet("/pool", PoolSampler.Start().Read);
        await app.StartAsync();

        // The first line is for whoever started this.
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { http1 = app.Urls.Single() }));
        await app.WaitForShutdownAsync();
    }
}
