namespace FetchLab;

/// <summary>The order of events: by time, and at one instant by page, the earlier one first.</summary>
/// <param name="At">Ticks from the start of the run.</param>
/// <param name="Page">The page's index.</param>
internal readonly record struct Turn(long At, int Page) : IComparable<Turn>
{
    public int CompareTo(Turn other) => At < other.At ? -1 : At > other.At ? 1 : Page.CompareTo(other.Page);
}
