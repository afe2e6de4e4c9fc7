using FetchLab.Tests.Charts;

namespace FetchLab.Tests.Measuring;

/// <summary>A run's metrics, over records that can be worked out by hand.</summary>
public sealed class SummingUpARun
{
    /// <summary>
    /// Two workers over 100 ms. The first one has requests from 0 to 40 and from 40 to 80; the second from 10 to 30, and from
    /// 50 to 100 one that failed: 150 ms in flight of 200.
    /// </summary>
    private static readonly FetchRun Four = Runs.Run("2 threads", 2,
    [
        Runs.Fetch(0, thread: 5, queued: 0, started: 0, headers: 35, finished: 40),
        Runs.Fetch(1, thread: 6, queued: 0, started: 10, headers: 25, finished: 30),
        Runs.Fetch(2, thread: 5, queued: 40, started: 40, headers: 75, finished: 80),
        Runs.Fetch(3, thread: 6, queued: 40, started: 50, headers: 100, finished: 100) with { Error = "it failed." },
    ]);

    [Fact]
    public void InFlightOverTheMakespan_IsItsMean_AndOverTheWorkersTheirUtilisation()
    {
        Assert.Equal(1.5, Four.MeanInFlight, precision: 12);
        Assert.Equal(0.75, Four.Utilisation, precision: 12);
    }

    [Fact]
    public void Throughput_CountsPagesThatArrived() => Assert.Equal(30, Four.Throughput, precision: 12);

    [Fact]
    public void Latency_IsThatOfThePagesThatArrived()
    {
        Assert.Equal(
            new LatencySummary(3, Runs.Ms(100) / 3, P50: null, P90: null, P95: null, P99: null, Max: Runs.Ms(40)),
            Four.Latency);
    }

    [Fact]
    public void Peak_IsTheMostAtAnyMoment_WhereOneThatEndsDoesNotMeetOneThatStarts() =>
        Assert.Equal(2, InFlight.Peak(Four.Records));

    [Fact]
    public void WhatAPolicyKeptBack_IsNotInFlight()
    {
        var at20 = Runs.Fetch(4, thread: 7, queued: 20, started: 20, headers: 20, finished: 20) with { Sent = false };

        Assert.Equal(2, InFlight.Peak([.. Four.Records, at20]));
    }

    [Fact]
    public void PagesAttemptsAndFailures_AreToldApart()
    {
        var run = Runs.Run("2 threads", 2,
        [
            Attempt(page: 0, attempt: 1, error: "refused."),
            Attempt(page: 0, attempt: 2, error: "refused."),
            Attempt(page: 0, attempt: 3),
            Attempt(page: 1, attempt: 1),
            Attempt(page: 2, attempt: 1, error: "refused."),
            Attempt(page: 2, attempt: 2, error: "kept back.") with { Sent = false },
        ]);

        Assert.Equal((3, 6, 5), (run.Pages, run.Attempts, run.Requests));
        Assert.Equal((1, 4), (run.Failed, run.FailedAttempts));
        Assert.Equal([(0, 3), (1, 1), (2, 2)], run.LastAttempts.Select(record => (record.Index, record.Attempt)));
    }

    [Fact]
    public void ARunWithoutRecords_HasNothingToSumUp()
    {
        var run = Runs.Run("2 threads", 2, []);

        Assert.Equal((0, 0, 0), (run.Pages, run.Attempts, run.Failed));
        Assert.Equal((0.0, 0.0, 0.0), (run.Throughput, run.MeanInFlight, run.Utilisation));
        Assert.Equal((null, null), (run.Latency, run.CorrectedLatency));
    }

    /// <remarks>Asked for at 0, 10 and 21 ms; a stall kept the second and third from starting before 50.</remarks>
    [Fact]
    public void AnOpenLoop_CountsLatencyFromTheIntendedStart()
    {
        var run = Runs.Run("open loop", 3,
        [
            Runs.Fetch(0, thread: 5, queued: 0, started: 0, headers: 50, finished: 50) with { Intended = Runs.Ms(0) },
            Runs.Fetch(1, thread: 5, queued: 50, started: 50, headers: 56, finished: 56) with { Intended = Runs.Ms(10) },
            Runs.Fetch(2, thread: 5, queued: 50, started: 50, headers: 57, finished: 57) with { Intended = Runs.Ms(21) },
        ]);

        Assert.Equal((Runs.Ms(21), Runs.Ms(50)), (run.Latency!.Mean, run.Latency.Max));
        Assert.Equal((Runs.Ms(44), Runs.Ms(50)), (run.CorrectedLatency!.Mean, run.CorrectedLatency.Max));
    }

    [Fact]
    public void AClosedLoop_HasNoCorrectedLatency()
    {
        Assert.Null(Four.CorrectedLatency);
        Assert.Null((Four with { Records = [Four.Records[0] with { Intended = TimeSpan.Zero }, Four.Records[1]] }).CorrectedLatency);
    }

    private static FetchRecord Attempt(int page, int attempt, string? error = null) =>
        Runs.Fetch(page, thread: 5, queued: 0, started: 0, headers: 10, finished: 10) with { Attempt = attempt, Error = error };
}
