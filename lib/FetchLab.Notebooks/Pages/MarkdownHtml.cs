using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FetchLab.Notebooks;

/// <summary>Prose cells as HTML. Links between notebooks become links within the page.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseAutoLinks().Build();

    public static string Render(string source)
    {
        var document = Markdown.Parse(source, _pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.Url?.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) == true && !link.Url.Contains("://", StringComparison.Ordinal))
                link.Url = "#" + CoursePage.Anchor(link.Url);
        }

        return document.ToHtml(_pipeline);
    }
}
