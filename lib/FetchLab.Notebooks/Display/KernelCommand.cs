namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>What a notebook asks of the engine.</summary>
public abstract class KernelCommand(string? targetKernelName)
{
    /// <summary>The language that is meant; null for that of the kernel that it is sent to.</summary>
    public string? TargetKernelName { get; } = targetKernelName;
}
