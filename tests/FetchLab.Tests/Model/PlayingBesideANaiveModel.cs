using CsCheck;

namespace FetchLab.Tests.Modelling;

/// <summary>Thousands of small runs at random, to the tick.</summary>
public sealed class PlayingBesideANaiveModel
{
    [Fact]
    public void Records_AreWhatHappens() => Scenario.Either.Sample(
        scenario =>
        {
            var lived = new NaiveModel(scenario).Live();

            var run = scenario.Play();

            Assert.Equal(
                lived.Pages,
                run.Records!.Select(record => (record.Worker, (long?)record.Started.Ticks, (long?)record.Finished.Ticks)));
        },
        iter: 3_000);

    [Fact]
    public void Metrics_AreWhatIsCounted() => Scenario.Either.Sample(
        scenario =>
        {
            var lived = new NaiveModel(scenario).Live();
            var pages = scenario.Pages.Length;

            var run = scenario.Play();

            Assert.Equal(lived.Makespan, run.Makespan.Ticks);
            Assert.Equal(Math.Max(1, lived.Peak), run.PeakInFlight);
            Assert.Equal((double)lived.InFlightTime / lived.Makespan, run.MeanInFlight);
            Assert.Equal((lived.InFlightTime + pages / 2) / pages, run.MeanLatency.Ticks);
            Assert.Equal((lived.QueueTime + pages / 2) / pages, run.MeanQueueWait.Ticks);
            Assert.Equal((double)lived.SlotTime / (lived.Makespan * scenario.Slots), run.Utilisation);
            Assert.Equal(run.Records!.Max(record => record.Duration), run.MaxLatency);
        },
        iter: 3_000);
}
