namespace FetchLab.Tests.Virtual;

/// <summary>Cancels the run when so many pages have finished.</summary>
internal sealed class CancellingProgress(CancellationTokenSource stop, int after) : IProgress<FetchProgress>
{
    public void Report(FetchProgress value)
    {
        if (value.Finished == after)
            stop.Cancel();
    }
}
