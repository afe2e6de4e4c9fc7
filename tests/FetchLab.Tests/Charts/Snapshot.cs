using System.Reflection;
using System.Text.Json;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

/// <summary>
/// The live chart of a figure as it was when someone last looked at it, in a file beside the tests. With the environment
/// variable <c>FETCHLAB_SNAPSHOTS</c> set to <c>write</c> the files are written anew: look at the pictures, then commit.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, Figure figure)
    {
        var file = Path.Combine(Folder(), name + ".json");
        if (Environment.GetEnvironmentVariable("FETCHLAB_SNAPSHOTS") == "write")
            File.WriteAllText(file, Lines(figure));

        Assert.Equal(File.ReadAllText(file), Lines(figure));
    }

    /// <summary>One trace a line, and one part of the layout: a change shows where it is.</summary>
    private static string Lines(Figure figure)
    {
        var json = figure.Json();
        Assert.Equal(["data", "layout", "config"], json.EnumerateObject().Select(part => part.Name));
        var traces = json.GetProperty("data").EnumerateArray().Select(trace => trace.GetRawText());
        return $"{{\"data\":[\n{string.Join(",\n", traces)}\n],\n\"layout\":{{\n{Parts(json.GetProperty("layout"))}\n}},\n\"config\":{json.GetProperty("config").GetRawText()}}}\n";
    }

    private static string Parts(JsonElement layout) =>
        string.Join(",\n", layout.EnumerateObject().Select(part => $"\"{part.Name}\":{part.Value.GetRawText()}"));

    private static string Folder()
    {
        var lab = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "LabPath").Value!;
        return Path.GetFullPath(Path.Combine(lab, "../../tests/FetchLab.Tests/Charts/Snapshots"));
    }
}
