using System.Text;

namespace FetchLab.Tests.Strategies;

/// <summary>Cancels the run as soon as a fetch prints that it has finished: an event, where a delay would be a guess.</summary>
internal sealed class CancellingWriter(CancellationTokenSource stop) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(string? value) => stop.Cancel();
}
