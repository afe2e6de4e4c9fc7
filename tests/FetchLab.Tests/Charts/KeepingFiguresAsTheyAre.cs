using System.Text;
using System.Xml.Linq;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

public class KeepingFiguresAsTheyAre
{
    public static TheoryData<string> Names => [.. Figures.Small.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_live_chart_is_the_one_that_was_looked_at(string name) => Snapshot.Matches(name, Figures.Small[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_still_has_the_title_the_axes_and_the_legend_of_the_live_chart(string name)
    {
        var figure = Figures.Small[name];

        var layout = figure.Json().GetProperty("layout");
        var named = figure.Json().GetProperty("data").EnumerateArray()
            .Where(trace => (!trace.TryGetProperty("showlegend", out var shown) || shown.GetBoolean())
                && (!trace.TryGetProperty("visible", out var visible) || visible.GetBoolean()))
            .Select(trace => trace.GetProperty("name").GetString()!);
        var axes = new[] { "xaxis", "yaxis" }.Select(axis => layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString()!);
        Assert.Superset(named.Concat(axes).Append(figure.Title).ToHashSet(), figure.Still().Texts().ToHashSet());
    }

    [Fact]
    public void A_legend_too_long_for_one_line_of_the_still_takes_two()
    {
        var runs = Enumerable.Range(1, 4).Select(i => Runs.Small() with { Strategy = $"a strategy whose name is long, the {i}th" }).ToArray();

        var names = Lab.Latencies(runs).Still().Elements(Pictures.Svg + "text").Where(text => text.Value.StartsWith("a strategy", StringComparison.Ordinal)).ToArray();
        Assert.Equal(runs.Select(run => run.Strategy), names.Select(text => text.Value));
        Assert.Equal(2, names.Select(text => (string)text.Attribute("y")!).Distinct().Count());
        Assert.All(names, text => Assert.InRange((double)text.Attribute("x")!, 0, 620));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(100)]
    public void Every_figure_of_100_requests_is_small(int atOnce)
    {
        var run = atOnce == 100 ? Runs.AtOnce(100) : Runs.OnThreads(atOnce, 100);

        foreach (var figure in Figures.Of(run))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToPlotlyJson()), 1, 20_000);
            Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToSvg()), 1, 40_000);
        }
    }

    [Fact]
    public void A_timeline_of_100_requests_that_tells_all_it_can_is_small()
    {
        var run = Runs.OpenLoop(100);
        var timeline = (run with
        {
            Records = [.. run.Records.Select(record => record with
            {
                Attempt = 1 + record.Index % 2, Connect = Runs.Ms(2.345), Connection = $"0HNQ8UPVQ4E{record.Index}", NewConnection = true,
                Headers = record.Headers + Runs.Ms(0.123), Finished = record.Finished + Runs.Ms(0.457),
            })],
        }).Timeline();

        Assert.InRange(Encoding.UTF8.GetByteCount(timeline.ToPlotlyJson()), 1, 20_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(timeline.ToSvg()), 1, 40_000);
    }

    [Fact]
    public void Of_very_many_requests_only_as_much_is_drawn_as_can_be_seen()
    {
        var run = Runs.OnThreads(50, 20_000);

        foreach (var figure in new[] { run.InFlight(), run.Latencies(), Lab.Sweep(run), run.ThreadIds() })
            Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToPlotlyJson()), 1, 20_000);
    }

    [Fact]
    public void A_run_of_one_request_that_took_no_time_is_drawn()
    {
        var run = Runs.Run("nothing", 1, [Runs.Fetch(0, 1, 0, 0, 0, 0) with { Held = TimeSpan.Zero }]) with
        {
            PredictedFromHeld = null,
            Predicted = new(TimeSpan.Zero, "0"),
            AllocatedBytes = 0,
        };

        foreach (var figure in Figures.Of(run))
        {
            var still = XDocument.Parse(figure.ToSvg()).ToString();
            Assert.DoesNotContain("NaN", still, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", still, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", figure.ToPlotlyJson(), StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", figure.ToPlotlyJson(), StringComparison.Ordinal);
            Assert.NotEmpty(figure.ToString());
        }
    }
}
