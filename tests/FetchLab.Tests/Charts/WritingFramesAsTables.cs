using System.Xml.Linq;
using FetchLab.Charts;
using Microsoft.Data.Analysis;

namespace FetchLab.Tests.Charts;

public class WritingFramesAsTables
{
    [Fact]
    public void Html_shows_25_rows_and_says_how_many_more_there_are()
    {
        var html = FrameTable.Html(Runs.OnThreads(10, 100).ToDataFrame());

        var page = XDocument.Parse(html);
        Assert.Equal(25, page.Descendants("tbody").Elements("tr").Count());
        Assert.Equal("… 75 more rows", page.Descendants("p").Last().Value);
    }

    [Fact]
    public void A_column_without_a_value_is_named_below_and_takes_no_room()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("name", ["a", "b"]),
            new DoubleDataFrameColumn("p95_ms", new double?[] { null, null }),
            new DoubleDataFrameColumn("p50_ms", new double?[] { null, 12.5 }),
            new StringDataFrameColumn("<error>", [null, null]));

        var page = XDocument.Parse(FrameTable.Html(frame));

        Assert.Equal(["name", "p50_ms"], page.Descendants("th").Select(cell => cell.Value));
        Assert.Equal(["a", "", "b", "12.5"], page.Descendants("td").Select(cell => cell.Value));
        Assert.Equal("no value in p95_ms, <error>", page.Descendants("p").Single().Value);
        Assert.Equal("name  p50_ms\na\nb       12.5\nno value in p95_ms, <error>", FrameTable.Text(frame));
        Assert.Equal(4, frame.Columns.Count);
    }

    [Fact]
    public void Columns_of_which_none_has_a_value_are_all_shown() =>
        Assert.Equal("a  b\n", FrameTable.Text(new(new DoubleDataFrameColumn("a", new double?[] { null }), new DoubleDataFrameColumn("b", new double?[] { null }))));

    [Fact]
    public void Html_puts_numbers_at_the_right_and_texts_at_the_left()
    {
        var page = XDocument.Parse(FrameTable.Html(Runs.Small().ToDataFrame()));

        var cells = page.Descendants("tbody").Elements("tr").First().Elements("td").ToArray();
        Assert.Equal("apple/0", cells[1].Value);
        Assert.Contains("left", cells[1].Attribute("style")!.Value, StringComparison.Ordinal);
        Assert.Equal("51.5", cells[9].Value);
        Assert.Contains("right", cells[9].Attribute("style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_escapes_texts_and_leaves_missing_values_empty()
    {
        var html = FrameTable.Html(new(
            new StringDataFrameColumn("<b>", ["</td><script>", null]),
            new DoubleDataFrameColumn("n", new double?[] { null, 1.23456 })));

        Assert.Equal(
            ["</td><script>", "", "", "1.2346"],
            XDocument.Parse(html).Descendants("td").Select(cell => cell.Value));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_fills_its_columns_up()
    {
        var text = FrameTable.Text(new(
            new StringDataFrameColumn("name", ["a", "long name"]),
            new Int32DataFrameColumn("n", [5, 1234]),
            new DoubleDataFrameColumn("ms", [0.5, 12.25])));

        Assert.Equal("name          n     ms\na             5   0.50\nlong name  1234  12.25", text);
    }

    [Fact]
    public void Text_says_how_many_rows_there_are_more()
    {
        var text = FrameTable.Text(Runs.OnThreads(1, 30).ToDataFrame());

        Assert.EndsWith("\n… 5 more rows", text, StringComparison.Ordinal);
    }
}
