using System.Text.Json;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Values to and from a Python kernel, by a module that is sent there before the first.</summary>
/// <remarks>As expressions beside an empty cell: they are no part of a history, and IPython does not read through them.</remarks>
internal sealed class PythonValues(KernelClient client)
{
    private const string Mime = "application/vnd.fetchlab.value";
    private const string Key = "value";
    private const string Variables = "__import__('IPython').get_ipython().user_ns";
    private const string Module = "__import__('sys').modules['_fetchlab']";

    private static readonly string _source = ReadSource();
    private bool _isSent;

    /// <summary>The value of a variable.</summary>
    /// <exception cref="NotebookException">There is none, or it has no counterpart here.</exception>
    public async Task<object?> GetAsync(string name, CancellationToken cancellationToken)
    {
        var value = await EvaluateAsync($"{Module}.get({Variables}, {Literal(name)})", cancellationToken);
        using var json = JsonDocument.Parse(value[Mime]!.GetValue<string>(), ValueReader.Options);
        return ValueReader.Read(json.RootElement, name);
    }

    /// <summary>Makes a value a variable.</summary>
    /// <exception cref="NotebookException">The name is none in Python, or the value has no counterpart there.</exception>
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken) =>
        EvaluateAsync($"{Module}.put({Variables}, {Literal(name)}, {Raw(ValueWriter.Write(value, name))})", cancellationToken);

    private async Task<JsonObject> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        if (!_isSent)
        {
            var module = "__import__('sys').modules.setdefault('_fetchlab', __import__('types').ModuleType('_fetchlab')).__dict__";
            await AskAsync($"exec({Literal(_source)}, {module})", cancellationToken);
            _isSent = true;
        }

        return await AskAsync(expression, cancellationToken);
    }

    private async Task<JsonObject> AskAsync(string expression, CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync(
            "execute_request",
            new()
            {
                ["code"] = "", ["silent"] = true, ["store_history"] = false, ["allow_stdin"] = false, ["stop_on_error"] = false,
                ["user_expressions"] = new JsonObject { [Key] = expression },
            },
            cancellationToken);
        var answer = reply["user_expressions"]?[Key] as JsonObject;
        if (answer?.Text("status") == "ok" && answer["data"] is JsonObject data) return data;
        throw new NotebookException(answer?.Text("ename") == "Uncrossable" && answer.Text("evalue") is { } sentence
            ? sentence
            : $"Python could not take the value over: {answer?.Text("ename") ?? reply.Text("status")}: {answer?.Text("evalue")}");
    }

    // JSON's escapes are Python's too, but for pairs of surrogates: those are written out here.
    private static string Literal(string text) =>
        string.Concat("'", string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
        {
            '\\' => @"\\",
            '\'' => @"\'",
            >= ' ' and <= '~' => rune.ToString(),
            var value => $@"\U{value:x8}",
        })), "'");

    // As it is written, JSON holds neither an apostrophe nor a line's end, and does not end with a backslash.
    private static string Raw(string json) => $"r'{json}'";

    private static string ReadSource()
    {
        using var stream = typeof(PythonValues).Assembly.GetManifestResourceStream("values.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
