using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FetchLab.Origin;

/// <summary>The web server: loopback only, ports that the system chooses, and nothing that waits on a pool thread.</summary>
internal static class OriginServer
{
    /// <summary>An origin that speaks HTTP/1.1 at its first address, and HTTP/2 without encryption at its second.</summary>
    public static WebApplication Build(OriginArguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Not the folder that it happens to be started in: settings that lie there are not meant for it.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        ParentLifetime.Use(builder.Services);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // One port cannot speak both: without encryption nothing is agreed on before the first request.
            var second = arguments.Port == 0 ? 0 : arguments.Port + 1;
            kestrel.Listen(IPAddress.Loopback, arguments.Port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, second, listen => listen.Protocols = HttpProtocols.Http2);
        });

        var app = builder.Build();
        app.Run(new Site(arguments).AnswerAsync);
        return app;
    }
}
