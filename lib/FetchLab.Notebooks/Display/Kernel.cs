using FetchLab.Notebooks;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a <c>using</c>. The names, the namespace and the odd capitals are those that notebooks
/// written for .NET Interactive use.
/// </summary>
#pragma warning disable IDE1006 // The names are an interface that thousands of notebooks already call.
public sealed partial class Kernel
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

    /// <summary>Takes away what the cell has put out so far.</summary>
    /// <param name="wait">Whether only when the next output comes, so that nothing flickers.</param>
    public static void clearOutput(bool wait = false) => Displays.Put(new ClearOutput(wait));

    /// <summary>Asks the person for a line of text.</summary>
    /// <exception cref="NotebookException">Nobody can be asked.</exception>
    public static string input(string prompt = "") => Ask(prompt, password: false);

    /// <summary>Asks the person for a password: what is typed is not seen.</summary>
    /// <exception cref="NotebookException">Nobody can be asked.</exception>
    public static PasswordString password(string prompt = "") => new(Ask(prompt, password: true));

    /// <inheritdoc cref="input"/>
    public static Task<string> GetInputAsync(string prompt = "") => Task.FromResult(input(prompt));

    /// <inheritdoc cref="password"/>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(password(prompt));

    private static string Ask(string prompt, bool password)
    {
        if (Displays.Cell is { Input: { } ask } cell) return ask(prompt, password, cell.Stopping);
        throw new NotebookException($"nobody can be asked '{prompt}' here; set a variable in a cell instead, or run the notebook in an editor.");
    }
}
