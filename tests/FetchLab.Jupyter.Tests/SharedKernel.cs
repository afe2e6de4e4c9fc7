namespace FetchLab.Jupyter.Tests;

/// <summary>One kernel for all tests of a class; it listens before the first begins.</summary>
public sealed class SharedKernel : IDisposable
{
    public SharedKernel() => new Client(Kernel.File).Dispose();

    internal KernelProcess Kernel { get; } = new();

    public void Dispose() => Kernel.Dispose();
}
