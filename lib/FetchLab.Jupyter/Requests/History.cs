using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter;

/// <summary><c>history</c>: the cells that this kernel has run, kept in memory.</summary>
internal sealed class History
{
    // This kernel knows one session, its own. Clients call it 0.
    private const int Session = 1;

    private readonly List<(int Line, string Input, string? Output)> _cells = [];

    public void Add(int line, string input, string? output) => _cells.Add((line, input, output));

    public JsonObject Reply(JsonObject content)
    {
        var found = content.Text("hist_access_type") switch
        {
            "tail" => Last(_cells, content.Number("n", _cells.Count)),
            "range" => Range(content.Number("session", 0), content.Number("start", 1), content.Number("stop", int.MaxValue)),
            "search" => Search(content.Text("pattern") ?? "*", content.Flag("unique", false), content.Number("n", _cells.Count)),
            _ => [],
        };
        var withOutput = content.Flag("output", false);
        return new()
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(cell => new JsonArray(
                Session, cell.Line, withOutput ? new JsonArray(cell.Input, cell.Output) : JsonValue.Create(cell.Input)))]),
        };
    }

    private static IEnumerable<(int Line, string Input, string? Output)> Last(
        IReadOnlyCollection<(int Line, string Input, string? Output)> cells, int count) => cells.TakeLast(Math.Max(count, 0));

    // Earlier sessions count backwards from -1; none is kept.
    private IEnumerable<(int Line, string Input, string? Output)> Range(int session, int start, int stop) =>
        session is 0 or Session ? _cells.Where(cell => cell.Line >= start && cell.Line < stop) : [];

    private IEnumerable<(int Line, string Input, string? Output)> Search(string pattern, bool unique, int count)
    {
        var found = _cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Input, ignoreCase: false));
        // Of equal ones the latest stays, in its place.
        if (unique) found = found.Reverse().DistinctBy(cell => cell.Input).Reverse();
        return Last([.. found], count);
    }
}
