using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>A cell that keeps what it puts out.</summary>
internal sealed class RecordedCell : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly List<CellOutput> _outputs = [];
    private readonly CancellationTokenSource _stopping = new();

    public RecordedCell(InputHandler? input = null) => Cell = new("cell 1", Put, input, _stopping.Token);

    public LanguageCell Cell { get; }

    public IReadOnlyList<CellOutput> Outputs
    {
        get
        {
            lock (_gate) return [.. _outputs];
        }
    }

    public string Text => string.Concat(Outputs.OfType<StreamOutput>().Select(output => output.Text));

    public void Interrupt() => _stopping.Cancel();

    /// <summary>Waits until it has printed something.</summary>
    public void WaitFor(string text)
    {
        lock (_gate)
        {
            while (!Text.Contains(text, StringComparison.Ordinal))
                Assert.True(Monitor.Wait(_gate, _patience), $"'{text}' was not printed in {_patience.TotalSeconds} s.");
        }
    }

    public void Dispose() => _stopping.Dispose();

    private void Put(CellOutput output)
    {
        lock (_gate)
        {
            _outputs.Add(output);
            Monitor.PulseAll(_gate);
        }
    }
}
