namespace FetchLab.Origin;

/// <summary>The last requests for pages, in the order in which they left; older ones are forgotten.</summary>
internal sealed class RequestLog(int most)
{
    private readonly Lock _gate = new();
    private readonly List<LogLine> _lines = [];
    private int _oldest;

    public void Add(in LogLine line)
    {
        lock (_gate)
        {
            if (_lines.Count < most)
                _lines.Add(line);
            else
                _lines[_oldest++ % most] = line;
        }
    }

    /// <param name="run">Those of one run; null for all.</param>
    public List<LogLine> Read(string? run)
    {
        lock (_gate)
        {
            var first = _oldest % Math.Max(1, _lines.Count);
            return [.. _lines[first..].Concat(_lines[..first]).Where(line => run is null || line.Run == run)];
        }
    }
}
