using System.Text;
using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Values that are shared with the page: variables of its scripts, put there before the next script runs.</summary>
/// <remarks>They are global there, so that the page's later scripts know them, too.</remarks>
internal sealed partial class PageValues
{
    private readonly StringBuilder _script = new();

    /// <summary>Makes a value a variable.</summary>
    /// <exception cref="NotebookException">The name or the value does not fit.</exception>
    public void Add(string name, object? value)
    {
        if (!Name().IsMatch(name)) throw new NotebookException($"'{name}' cannot be a script's variable; take a name such as total.");
        _script.Append("var ").Append(name).Append(" = ").Append(PageJson.Of(name, value)).Append(";\n");
    }

    /// <summary>The script that the page must run now; an empty text where there is none.</summary>
    public string TakeScript()
    {
        if (_script.Length == 0) return "";
        var script = $"<script type=\"text/javascript\">{_script.ToString().TrimEnd('\n')}</script>";
        _script.Clear();
        return script;
    }

    /// <summary>Puts the script out by itself, where no other has followed in the cell.</summary>
    public void ShowRest()
    {
        if (TakeScript() is { Length: > 0 } script) Microsoft.DotNet.Interactive.Kernel.display(Microsoft.DotNet.Interactive.Kernel.HTML(script), MimeTypes.Html);
    }

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{Nd}_$]*$")]
    private static partial Regex Name();
}
