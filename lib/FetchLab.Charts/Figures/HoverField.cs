namespace FetchLab.Charts;

/// <summary>One fact of the text that appears under the pointer.</summary>
/// <param name="Before">What stands before the value; Plotly's few tags may be used.</param>
/// <param name="Values">The value for each place, as text or as a number.</param>
internal sealed record HoverField(string Before, IReadOnlyList<object> Values);
