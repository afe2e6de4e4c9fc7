namespace FetchLab.Charts;

/// <summary>A band across the figure that belongs to one thing: a thread, a strategy. It is one row high or more.</summary>
/// <param name="Label">What stands at its left.</param>
/// <param name="Note">What the text edition of the figure says about it.</param>
/// <param name="FirstRow">Its upper row; rows count from 0 at the top.</param>
/// <param name="Rows">Its height in rows.</param>
internal sealed record Lane(string Label, string Note, int FirstRow, int Rows)
{
    public double Centre => FirstRow + Rows / 2.0;
}
