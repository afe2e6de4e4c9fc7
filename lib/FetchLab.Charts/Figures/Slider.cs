namespace FetchLab.Charts;

/// <summary>Several figures in one place, and a slider that chooses between them: it needs no kernel.</summary>
/// <param name="Prefix">What stands before the chosen label, such as <c>workers: </c>.</param>
/// <param name="Labels">One a figure.</param>
/// <param name="Figures">The figures: all of one size, with one horizontal axis.</param>
/// <param name="Chosen">The one that shows first, from 0; the still shows it too.</param>
internal sealed record Slider(string Prefix, IReadOnlyList<string> Labels, IReadOnlyList<FigureSpec> Figures, int Chosen)
{
    /// <summary>The room below the axis, in pixels.</summary>
    public const int Height = 66;
}
