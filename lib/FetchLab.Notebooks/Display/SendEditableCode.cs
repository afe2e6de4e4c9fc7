namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>Asks for a cell to be added to the notebook, which the engine cannot do: the notebook is the front end's.</summary>
public sealed class SendEditableCode(string kernelName, string code) : KernelCommand(kernelName)
{
    /// <summary>The cell's source.</summary>
    public string Code { get; } = code;
}
