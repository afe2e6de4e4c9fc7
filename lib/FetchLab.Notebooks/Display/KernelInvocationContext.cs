using FetchLab.Notebooks;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as code in it and libraries that it calls know it.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellRun _cell;

    private KernelInvocationContext(CellRun cell) => _cell = cell;

    /// <summary>The cell that the calling code belongs to; null outside of cells.</summary>
    public static KernelInvocationContext? Current => Displays.Cell is { } cell ? new(cell) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => _cell.Stopping;

    /// <inheritdoc cref="Kernel.display"/>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => new(ValueFormatter.Format(value, mimeTypes), mimeTypes, _cell);

    /// <summary>Shows a text as content of one MIME type.</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => new(new MimeBundle(mimeType, value), [mimeType], _cell);

    /// <summary>Writes to the cell's standard output.</summary>
    public void DisplayStandardOut(string output) => _cell.Put(new StreamOutput("stdout", output));

    /// <summary>Writes to the cell's error output.</summary>
    public void DisplayStandardError(string error) => _cell.Put(new StreamOutput("stderr", error));
}
