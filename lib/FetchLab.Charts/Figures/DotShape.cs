namespace FetchLab.Charts;

/// <summary>What a dot looks like.</summary>
internal enum DotShape
{
    Circle,
    Square,
    Diamond,
    Triangle,
}
