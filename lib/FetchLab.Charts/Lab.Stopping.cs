using FetchLab.Charts;

namespace FetchLab;

public static partial class Lab
{
    /// <summary>What ends a run when Stop is pressed: asked at its start. The running cell's token, on an engine that has one.</summary>
    public static Func<CancellationToken> Stopping { get; set; } = () => RunningCell.Stopping;
}
