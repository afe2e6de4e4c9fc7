using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A directive's argument, read as a command line: <c>#!share total --from csharp --as sum</c>.</summary>
internal sealed partial class DirectiveOptions
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quoted = new(StringComparer.Ordinal);

    public DirectiveOptions(string argument)
    {
        var begin = Option().Match(argument);
        Plain = (begin.Success ? argument[..begin.Index] : argument).Trim();
        foreach (Match option in Option().Matches(argument))
        {
            // A word may follow a value; a text in quotes or a JSON object may have spaces.
            var value = option.Groups["value"].Value;
            _options[option.Groups["name"].Value] = value is ['"', .. var inner, '"'] ? inner : value;
            if (value is ['"', .., '"']) _quoted.Add(option.Groups["name"].Value);
            if (Plain.Length == 0) Plain = option.Groups["rest"].Value.Trim();
        }
    }

    /// <summary>What stands beside the options.</summary>
    public string Plain { get; } = "";

    /// <summary>The options' names, without their dashes.</summary>
    public IEnumerable<string> Names => _options.Keys;

    /// <summary>Whether an option's value stood in quotes.</summary>
    public bool IsQuoted(string name) => _quoted.Contains(name);

    /// <returns>Null where there is no such option.</returns>
    public string? this[string name] => _options.GetValueOrDefault(name);

    [GeneratedRegex("""--(?<name>[\w-]+)\s+(?<value>@\w+:(?:"[^"]*"|\{[^}]*\})|"[^"]*"|\{[^}]*\}|[^\s]+)(?<rest>.*?)(?=\s--|$)""")]
    private static partial Regex Option();
}
