using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Turns what one cell puts out into messages with that cell as their parent, also after it has ended.</summary>
/// <param name="request">What runs the cell.</param>
/// <param name="number">Its execution count.</param>
/// <param name="silent">Whether nobody is to see it.</param>
internal sealed class CellSink(Request request, int number, bool silent)
{
    /// <summary>Why the cell failed, once it has.</summary>
    public ErrorOutput? Error { get; private set; }

    /// <summary>The text of its result, once there is one.</summary>
    public string? Result { get; private set; }

    public void Put(CellOutput output)
    {
        if (output is ErrorOutput failure) Error = failure;
        if (output is ResultOutput value) Result = value.Data.PlainText;
        if (silent) return;
        switch (output)
        {
            case StreamOutput stream:
                request.Back.PublishText(request.Message.Header, stream.Name, stream.Text);
                break;
            case DisplayOutput display:
                request.Publish("display_data", Data(display.Data, display.DisplayId), wait: true);
                break;
            case UpdateOutput update:
                request.Publish("update_display_data", Data(update.Data, update.DisplayId), wait: true);
                break;
            case ClearOutput clear:
                request.Publish("clear_output", new() { ["wait"] = clear.Wait }, wait: true);
                break;
            case ResultOutput result:
                var content = Data(result.Data, displayId: null);
                content["execution_count"] = number;
                request.Publish("execute_result", content, wait: true);
                break;
            case ErrorOutput error:
                request.Publish("error", ErrorContent(error));
                break;
        }
    }

    public static JsonObject ErrorContent(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    private static JsonObject Data(MimeBundle bundle, string? displayId)
    {
        var data = bundle.ToJson();
        // Clients without a picture, and people who read a notebook's source, always have the text.
        if (!data.ContainsKey("text/plain")) data["text/plain"] = "";
        var content = new JsonObject { ["data"] = data, ["metadata"] = new JsonObject() };
        if (displayId is not null) content["transient"] = new JsonObject { ["display_id"] = displayId };
        return content;
    }
}
