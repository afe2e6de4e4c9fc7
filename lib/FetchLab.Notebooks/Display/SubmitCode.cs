namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Asks for code to be run.</summary>
public sealed class SubmitCode(string code, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    /// <summary>The code, which may have directives.</summary>
    public string Code { get; } = code;
}
