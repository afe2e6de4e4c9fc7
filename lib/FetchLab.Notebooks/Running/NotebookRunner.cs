using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>Runs a notebook's cells in order, writes what they put out into it, and stops at the first that fails.</summary>
/// <param name="startSession">Starts a session for a notebook in a folder.</param>
/// <param name="cellTimeout">How long a cell may take.</param>
/// <param name="required">
/// The languages that must be there. Of any other that is missing, a cell tagged <c>requires-NAME</c> is skipped, as are the
/// later ones with that tag; null to require none.
/// </param>
public sealed class NotebookRunner(Func<string, INotebookSession> startSession, TimeSpan cellTimeout, IReadOnlySet<string>? required = null)
{
    /// <summary>The tag of the cell whose last output is the notebook's result in one sentence.</summary>
    public const string ResultTag = "result";

    /// <param name="notebook">The notebook; its outputs are replaced.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="folder">The folder in which relative paths of its cells start.</param>
    /// <param name="cellDone">Called after each code cell with the number of cells done.</param>
    /// <param name="cancellationToken">Gives up the run.</param>
    public async Task<NotebookReport> RunAsync(
        Notebook notebook, string name, string folder, Action<int>? cellDone = null, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var cells = notebook.CodeCells.ToList();
        notebook.Strip();
        var outputs = new CellOutputs();
        var missing = new MissingLanguages(required ?? new HashSet<string>());
        var skipped = new List<SkippedCell>();
        var done = 0;
        CellFailure? failure = null;

        await using (var session = startSession(folder))
        {
            foreach (var cell in cells)
            {
                var number = done + 1;
                var (into, add) = outputs.Start(number);
                cell.SetOutputs(into, number);
                ErrorOutput? error = null;
                if (missing.Hold(cell, out var language, out var sentence))
                {
                    Skip();
                }
                else if (!await RunCellAsync(session, cell, number, Watch, cancellationToken) && !missing.Take(cell, number, error, out language, out sentence))
                {
                    failure = new(number, cell);
                    break;
                }
                else if (language.Length > 0)
                {
                    Skip();
                }

                done = number;
                cellDone?.Invoke(done);

                void Watch(CellOutput output)
                {
                    error = output as ErrorOutput ?? error;
                    add(output);
                }

                void Skip()
                {
                    skipped.Add(new(number, language));
                    add(new ClearOutput(Wait: false));
                    add(new StreamOutput("stdout", sentence + "\n"));
                }
            }
        }

        return new(name, notebook, cells.Count, done - skipped.Count, watch.Elapsed, failure) { Skipped = skipped };
    }

    private async Task<bool> RunCellAsync(
        INotebookSession session, NotebookCell cell, int number, Action<CellOutput> add, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(cell.Source)) return true;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(cellTimeout);
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        var ok = false;
        try
        {
            ok = await session.ExecuteAsync(new(cell.Source, name, cell.Language), add, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            // The session could not stop the cell, and gives it up. Which of the two reasons it was is said below.
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (ok || !deadline.IsCancellationRequested) return ok;

        var message = string.Create(CultureInfo.InvariantCulture,
            $"{name} took longer than {cellTimeout.TotalSeconds:0.#} s and was ended; a longer time is set with --cell-timeout.");
        add(new ErrorOutput("CellTimeout", message, [message]));
        return false;
    }
}
