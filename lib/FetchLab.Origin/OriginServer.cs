using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FetchLab.Origin;

/// <summary>The web server: loopback only, a port that the system chooses, and nothing that waits on a pool thread.</summary>
internal static class OriginServer
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Not the folder that it happens to be started in: settings that lie there are not meant for it.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });

        var app = builder.Build();
        var answer = new Answer(new OriginStats(), new AlarmClock());
        app.Run(answer.ToAsync);
        return app;
    }
}
