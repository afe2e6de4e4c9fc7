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

    /// <summary>One row a run, in the given order; see <see cref="SummaryFrame.Summary"/> for the columns.</summary>
    /// <exception cref="FetchLabException">No run was given.</exception>
    public static DataFrame Summary(params FetchRun[] runs) => SummaryFrame.Summary(runs);
}
