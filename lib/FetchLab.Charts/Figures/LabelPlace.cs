namespace FetchLab.Charts;

/// <summary>Where in its row a text stands.</summary>
internal enum LabelPlace
{
    Middle,
    Upper,
    Lower,
}
