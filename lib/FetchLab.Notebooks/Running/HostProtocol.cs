using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchLab.Notebooks;

/// <summary>A cell for the host to run.</summary>
internal sealed record HostRequest(int Id, CellRequest Cell);

/// <summary>Something that a cell put out, or the cell's end and whether it went well.</summary>
internal sealed record HostEvent(int Id, CellOutput? Output = null, bool? Ended = null);

/// <summary>How <see cref="ChildSession"/> and <see cref="SessionHost"/> speak: a line of JSON a message, over the host's standard streams.</summary>
internal static class HostProtocol
{
    // Before each event, as in JSON text sequences (RFC 7464): native code may write to the same stream, and what it
    // writes must not be taken for an event, nor swallow one.
    private const char RecordSeparator = '\u001e';

    public static JsonSerializerOptions Json { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(HostEvent happened) => RecordSeparator + JsonSerializer.Serialize(happened, Json);

    /// <summary>The event in a line, or null where the line holds none.</summary>
    public static HostEvent? ReadEvent(string line)
    {
        var start = line.LastIndexOf(RecordSeparator);
        return start < 0 ? null : JsonSerializer.Deserialize<HostEvent>(line.AsSpan(start + 1), Json);
    }
}
