using System.Runtime.InteropServices;

namespace FetchLab.Origin;

/// <summary>
/// Lives as long as the parent, and no longer. The parent holds the other end of standard input and never writes to it; however
/// it ends, the system closes that end, and the read here returns. A signal on the parent's death would not do: it comes when
/// the parent's thread ends, and the cell that started the origin is long over by then.
/// </summary>
/// <remarks>Ctrl+C, which reaches every process of a terminal, and Jupyter's Stop are meant for the parent, and do nothing here.</remarks>
internal sealed class ParentLifetime : IHostLifetime, IDisposable
{
    private PosixSignalRegistration? _interrupt;

    /// <summary>Ties a server to its parent. One that was started by hand has the terminal instead, and Ctrl+C ends it.</summary>
    public static void Use(IServiceCollection services)
    {
        if (Console.IsInputRedirected)
            services.AddSingleton<IHostLifetime>(_ => new ParentLifetime());
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        new Thread(WaitForEnd) { Name = "parent watch", IsBackground = true }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _interrupt?.Dispose();

    private static void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[64];
        while (input.Read(ignored) > 0)
        {
        }

        // There is nothing to save and nobody left to answer, so held replies are not waited for.
        Environment.Exit(0);
    }
}
