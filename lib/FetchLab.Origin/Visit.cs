namespace FetchLab.Origin;

/// <summary>One request in flight. It is counted down once: before its last byte, or when it fails.</summary>
internal sealed class Visit : IDisposable
{
    private readonly RunStats _all;
    private readonly RunStats? _run;
    private bool _left;

    public Visit(string connection, RunStats all, RunStats? run)
    {
        (_all, _run) = (all, run);
        _all.Enter(connection);
        _run?.Enter(connection);
    }

    public void Leave()
    {
        if (_left)
            return;
        _left = true;
        _run?.Leave();
        _all.Leave();
    }

    public void Dispose() => Leave();
}
