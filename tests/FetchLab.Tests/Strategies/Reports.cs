namespace FetchLab.Tests.Strategies;

/// <summary>Keeps what it is told, where it is told: the framework's own kind goes by way of the thread pool.</summary>
internal sealed class Reports<T> : IProgress<T>
{
    private readonly List<T> _values = [];

    public IReadOnlyList<T> Values => _values;

    public Exception? Throws { get; init; }

    public void Report(T value)
    {
        _values.Add(value);
        if (Throws is not null)
            throw Throws;
    }
}
