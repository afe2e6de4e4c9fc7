using FetchLab.Notebooks;
using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

// The part that notebooks reach as Kernel.Root: one engine stands behind all of its languages.
public sealed partial class Kernel
{
    private readonly string? _language;

    private Kernel(string? language) => _language = language;

    /// <summary>The engine; what is sent to it is C# unless it says otherwise.</summary>
    public static Kernel Root { get; } = new(null);

    /// <summary>What runs the cell.</summary>
    public static Kernel Current { get; } = new(Languages.CSharp);

    /// <summary>The language's name.</summary>
    public string Name => _language ?? ".NET";

    /// <summary>The engine as it runs one language.</summary>
    /// <exception cref="NotebookException">It does not, nor has a cell connected it.</exception>
#pragma warning disable CA1822 // Notebooks call it on Kernel.Root.
    public Kernel FindKernelByName(string name) => new(Languages.Find(name) ?? Displays.Cell?.FindLanguage?.Invoke(name)
        ?? throw new NotebookException($"there is no kernel '{name}'; the engine runs {Languages.All}."));
#pragma warning restore CA1822

    /// <summary>Runs a command as a part of the running cell.</summary>
    /// <exception cref="NotebookException">The engine does not have this command, or no cell is running.</exception>
    public Task SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (command is not SubmitCode submitted)
            throw new NotebookException($"the engine does not run {command.GetType().Name}; it runs new SubmitCode(\"1 + 1\").");
        if (Displays.Cell?.Submit is not { } submit)
            throw new NotebookException("code can be submitted by a cell, and none is running.");
        return submit(submitted.Code, submitted.TargetKernelName ?? _language);
    }

    /// <summary>Runs C# as a part of the running cell.</summary>
    public Task SubmitCodeAsync(string code) => SendAsync(new SubmitCode(code));
}
