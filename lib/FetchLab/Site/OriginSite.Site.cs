namespace FetchLab;

public sealed partial class OriginSite : ISite
{
    IReadOnlyList<Page> ISite.Pages(int count, double latencyMs, int bytes) => Pages(count, latencyMs: latencyMs, bytes: bytes);
}
