namespace FetchLab.Origin;

internal enum SpreadKind
{
    Fixed,
    Uniform,
    LogNormal,
}
