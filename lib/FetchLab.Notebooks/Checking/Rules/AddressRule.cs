using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Code reaches for this machine and no other.</summary>
internal sealed partial class AddressRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook) =>
        from cell in notebook.CodeCells
        from address in Outside().Matches(cell.Source)
        select notebook.At(cell, $"the address '{address.Value}' is not on this machine", "fetch from the origin that Lab.OriginAsync() starts");

    [GeneratedRegex(@"https?://(?!(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/""'\s]|$))[^\s""';,)]*", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
