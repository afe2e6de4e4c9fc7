using System.Text.Json.Nodes;

namespace FetchLab.Notebooks;

/// <summary>What the cells of one notebook have put out, as nbformat keeps it.</summary>
/// <remarks>Consecutive pieces of a stream become one; an update replaces what it names, also in an earlier cell.</remarks>
internal sealed class CellOutputs
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _displays = new(StringComparer.Ordinal);

    /// <summary>A place for the outputs of one more cell.</summary>
    public (JsonArray Outputs, Action<CellOutput> Add) Start(int executionCount)
    {
        var outputs = new JsonArray();
        var clears = false;
        return (outputs, output =>
        {
            lock (_gate)
            {
                // An update may stand in another cell: it is nothing new in this one.
                if (output is ClearOutput clear) clears = clear.Wait || Clear(outputs);
                else if (clears && output is not UpdateOutput) clears = Clear(outputs);
                Add(outputs, output, executionCount);
            }
        });
    }

    /// <summary>Runs while nothing is added.</summary>
    public void Freeze(Action action)
    {
        lock (_gate) action();
    }

    private void Add(JsonArray outputs, CellOutput output, int executionCount)
    {
        switch (output)
        {
            case StreamOutput stream:
                AddStream(outputs, stream);
                break;
            case DisplayOutput display:
                var shown = Data("display_data", display.Data);
                _displays.TryAdd(display.DisplayId, []);
                _displays[display.DisplayId].Add(shown);
                outputs.Add(shown);
                break;
            case UpdateOutput update:
                foreach (var known in _displays.GetValueOrDefault(update.DisplayId, [])) known["data"] = Lines(update.Data);
                break;
            case ResultOutput result:
                var value = Data("execute_result", result.Data);
                value["execution_count"] = executionCount;
                outputs.Add(value);
                break;
            case ErrorOutput error:
                outputs.Add(new JsonObject
                {
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["output_type"] = "error",
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
                });
                break;
        }
    }

    private static bool Clear(JsonArray outputs)
    {
        outputs.Clear();
        return false;
    }

    private static void AddStream(JsonArray outputs, StreamOutput stream)
    {
        if (outputs is [.., JsonObject last] && last["output_type"]?.ToString() == "stream" && last["name"]?.ToString() == stream.Name)
        {
            // Whole lines stay as they are; only an unfinished one is continued.
            var lines = (JsonArray)last["text"]!;
            var unfinished = lines is [.., JsonValue end] && !end.ToString().EndsWith('\n') ? end.ToString() : "";
            if (unfinished.Length > 0) lines.RemoveAt(lines.Count - 1);
            foreach (var line in NotebookText.Split(unfinished + stream.Text)) lines.Add(line!.DeepClone());
            return;
        }

        outputs.Add(new JsonObject { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = NotebookText.Split(stream.Text) });
    }

    private static JsonObject Data(string type, MimeBundle data) =>
        new() { ["data"] = Lines(data), ["metadata"] = new JsonObject(), ["output_type"] = type };

    // In a file, text stands as lines, so that a comparison of two files shows which line differs.
    private static JsonObject Lines(MimeBundle data)
    {
        var json = data.ToJson();
        foreach (var (type, content) in json.ToList())
        {
            if (!MimeTypes.IsJson(type)) json[type] = NotebookText.Split(content!.ToString());
        }

        return json;
    }
}
