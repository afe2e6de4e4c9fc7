using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.AspNetCore.Html;

namespace FetchLab.Notebooks;

/// <summary>One cell of a <see cref="Table"/>.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Html">What stands for the text on a page: a link or a picture that a notebook has put there; null for the text itself.</param>
internal sealed record TableCell(string Text, string? Html = null)
{
    public static TableCell Of(object? value) => new(
        CellText.Of(value),
        value is IHtmlContent || (value is not null && ValueFormatter.HasHtmlOfItsOwn(value.GetType())) ? value.ToDisplayString(MimeTypes.Html) : null);

    public static implicit operator TableCell(string text) => new(text);
}
