using FetchLab.Charts;
using Microsoft.Data.Analysis;

namespace FetchLab;

/// <summary>What a notebook calls.</summary>
public static partial class Lab
{
    /// <summary>plotly.js: the output of the cell that loads the library, so that figures come alive.</summary>
    public static PlotlyScript Plotly { get; } = new();

    /// <summary>How long each run took, over its prediction: a horizontal bar a run, in the given order, in seconds.</summary>
    /// <exception cref="FetchLabException">No run was given.</exception>
    public static Figure Compare(params FetchRun[] runs) => CompareFigure.Compare(runs);

    /// <summary>The same with what was guessed before, such as <c>Lab.Compare([Guess.Ms("my guess", myGuess)], one, loop)</c>.</summary>
    /// <exception cref="FetchLabException">No run was given, or a guess that is not of a time.</exception>
    public static Figure Compare(IEnumerable<Guess> guesses, params FetchRun[] runs) => CompareFigure.Compare(runs, guesses);

    /// <summary>A room's guesses of the time for all pages, in seconds, as a histogram: <c>Lab.Guesses(1.2, 5, 30)</c>.</summary>
    /// <exception cref="FetchLabException">No guess was given, or one is not more than 0.</exception>
    public static Figure Guesses(params double[] seconds) => GuessesFigure.Guesses(null, seconds);

    /// <summary>The same over the run that was guessed about, with the formula's time and the measured one.</summary>
    /// <exception cref="FetchLabException">No guess was given, or one is not more than 0.</exception>
    public static Figure Guesses(FetchRun run, params double[] seconds) => run.Guesses(seconds);

    /// <summary>The time for all pages over the number of workers, with the formula's curve; see <see cref="SweepFigure.Sweep"/> for more.</summary>
    /// <exception cref="FetchLabException">No run was given, or runs over different numbers of pages.</exception>
    public static Figure Sweep(params FetchRun[] runs) => SweepFigure.Sweep(runs);

    /// <summary>How long fetches took, as the share that each latency was enough for: a curve a run.</summary>
    /// <exception cref="FetchLabException">No run was given, or one in which no fetch succeeded.</exception>
    public static Figure Latencies(params FetchRun[] runs) => LatencyFigure.Latencies(runs);

    /// <summary>The memory that runs allocated, over the number of workers.</summary>
    /// <exception cref="FetchLabException">No run was given.</exception>
    public static Figure Memory(params FetchRun[] runs) => MemoryFigure.Memory(runs);

    /// <summary>The runs' timelines with a slider over the worker counts, which needs no kernel.</summary>
    /// <exception cref="FetchLabException">No run was given, or one without fetches.</exception>
    public static Figure Timelines(params FetchRun[] runs) => TimelinesFigure.Timelines(runs);

    /// <summary>One row a run, in the given order; see <see cref="SummaryFrame.Summary"/> for the columns.</summary>
    /// <exception cref="FetchLabException">No run was given.</exception>
    public static DataFrame Summary(params FetchRun[] runs) => SummaryFrame.Summary(runs);
}
