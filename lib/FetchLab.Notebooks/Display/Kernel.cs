using FetchLab.Notebooks;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a <c>using</c>. The names, the namespace and the odd capitals are those that notebooks
/// written for .NET Interactive use.
/// </summary>
#pragma warning disable IDE1006 // The names are an interface that thousands of notebooks already call.
public static class Kernel
{
    /// <summary>Shows a value now, while the cell goes on.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to send; all that its type prefers where none is named.</param>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        new(ValueFormatter.Format(value, mimeTypes), mimeTypes);

    /// <summary>A text that shows as HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Adds a style sheet to the page.</summary>
    public static DisplayedValue CSS(string content) => display(HTML($"<style>{content}</style>"), MimeTypes.Html);

    /// <summary>Runs a script in the page that shows it.</summary>
    public static DisplayedValue Javascript(string scriptContent) =>
        display(HTML($"<script type=\"text/javascript\">{scriptContent}</script>"), MimeTypes.Html);
}
