namespace FetchLab.Charts;

/// <summary>
/// Places that answer the pointer, invisible and above everything else. All that is known about a place is said once
/// here, and not once for each bar that is drawn there.
/// </summary>
/// <param name="Places">Where the pointer is answered.</param>
/// <param name="Fields">What is said there: each field has one value for each place.</param>
internal sealed record HoverLayer(IReadOnlyList<Bar> Places, IReadOnlyList<HoverField> Fields) : Layer("", "rgba(0,0,0,0)")
{
    public override bool InLegend => false;
}
