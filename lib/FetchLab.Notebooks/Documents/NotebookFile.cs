using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Reads and writes <c>.ipynb</c> files.</summary>
public static partial class NotebookFile
{
    // As Jupyter writes it: one space a level, and every letter as itself.
    private static readonly JsonWriterOptions _writing = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A whole notebook cut off in the middle must say where; duplicates and comments are errors as in Jupyter.
    private static readonly JsonDocumentOptions _reading = new() { MaxDepth = 256 };

    /// <exception cref="NotebookException">The file is missing, is no JSON or is no nbformat 4 document.</exception>
    public static Notebook Read(string path)
    {
        if (!File.Exists(path)) throw new NotebookException($"no such notebook: '{path}'; try notebooks/03-threads.ipynb.");
        return Parse(File.ReadAllText(path, Encoding.UTF8), path);
    }

    /// <param name="text">The document's JSON.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="NotebookException">The text is no JSON or is no nbformat 4 document.</exception>
    public static Notebook Parse(string text, string name)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(text, documentOptions: _reading);
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            throw new NotebookException($"'{name}' is no notebook: its JSON ends or breaks at line {line}.", error);
        }

        if (json is not JsonObject document || document["cells"] is not JsonArray)
            throw new NotebookException($"'{name}' is no notebook: it has no list of cells; save it as nbformat 4.5.");
        if (document["nbformat"]?.ToString() is var format and not "4")
            throw new NotebookException($"'{name}' has nbformat {format ?? "unknown"}; save it as nbformat 4.5.");
        return new(document);
    }

    public static void Write(Notebook notebook, string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, ToText(notebook));
    }

    /// <summary>The document as Jupyter would write it, with a line end at its end.</summary>
    public static string ToText(Notebook notebook)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _writing)) notebook.Json.WriteTo(writer);
        return Escape().Replace(Encoding.UTF8.GetString(buffer.ToArray()), Unescape) + "\n";
    }

    // The writer escapes more than it must, whatever its encoder allows, and in capitals; Jupyter escapes control
    // characters alone, and in small letters.
    private static string Unescape(Match escape)
    {
        var text = string.Concat(escape.Groups["hex"].Captures.Select(hex =>
            (char)ushort.Parse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return text is [< ' '] ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)text[0]:x4}") : text;
    }

    // Surrogates only in pairs: half of one is no letter. And not behind an odd number of backslashes: there \u is text.
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)(?:\\u(?<hex>D[89AB][0-9A-F]{2})\\u(?<hex>D[C-F][0-9A-F]{2})|\\u(?<hex>(?!D[89A-F])[0-9A-F]{4}))")]
    private static partial Regex Escape();
}
