using Microsoft.Playwright;

namespace FetchLab.Course.Tests;

/// <summary>A notebook that a reader has open in classic Jupyter: what the reader can do, and sees.</summary>
internal sealed class LessonInJupyter(IPage page)
{
    private const float Patience = 120_000;
    /// <summary>The condition that a cell has failed.</summary>
    public const string AnyError =
        "Jupyter.notebook.get_cells().some(cell => cell.output_area && cell.output_area.outputs.some(output => output.output_type === 'error'))";

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(Patience);
    private static readonly PageWaitForFunctionOptions _patient = new() { Timeout = Patience };

    public static async Task<LessonInJupyter> OpenAsync(Browser browser, JupyterNotebook jupyter, string name)
    {
        var page = await browser.GoAsync($"{jupyter.Address}notebooks/{name}").WaitAsync(_patience);
        var lesson = new LessonInJupyter(page);
        await lesson.UntilAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        return lesson;
    }

    /// <summary>The script that finds a cell; classic Jupyter keeps their ids, but has no question for one.</summary>
    public static string Cell(string id) => $"Jupyter.notebook.get_cells().find(cell => cell.id === {id})";

    /// <summary>The condition that a cell has shown something.</summary>
    public static string HasOutput(string cell) => $"{Cell($"'{cell}'")}.output_area.outputs.length > 0";

    /// <summary>Waits until a condition holds in the page.</summary>
    public async Task UntilAsync(string condition) => await page.WaitForFunctionAsync($"() => {condition}", null, _patient);

    /// <summary>Gives a cell another source.</summary>
    public Task EditAsync(string cell, string source) => AskAsync<object?>($"([id, source]) => {Cell("id")}.set_text(source)", new[] { cell, source });

    /// <summary>Runs one cell to its end.</summary>
    public async Task RunAsync(string cell)
    {
        await AskAsync<object?>($"id => {Cell("id")}.execute()", cell);
        await IdleAsync();
    }

    /// <summary>Runs all cells, until the last one or one that fails has shown something.</summary>
    public async Task RunAllAsync()
    {
        await StartAllAsync();
        // The reply that takes the asterisk away may be here before the output, which comes on another socket.
        await IdleAsync();
        await UntilAsync($"{AnyError} || Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').at(-1).output_area.outputs.length > 0");
    }

    /// <summary>Sends all cells to the kernel.</summary>
    public Task StartAllAsync() => AskAsync<object?>("() => { Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells(); }");

    /// <summary>Waits until no cell shows the asterisk of one that waits or runs.</summary>
    public Task IdleAsync() => UntilAsync("Jupyter.notebook.get_cells().every(cell => cell.input_prompt_number !== '*')");

    /// <summary>Presses a button of the toolbar.</summary>
    public Task PressAsync(string action) => page.ClickAsync($"button[data-jupyter-action='jupyter-notebook:{action}']");

    /// <summary>Says yes to the question that the page asks.</summary>
    public Task ConfirmAsync() => page.ClickAsync(".modal.in .modal-footer .btn-danger");

    /// <summary>Types into a cell that is emptied first, and presses a key at the end.</summary>
    public async Task TypeAsync(string cell, string text, string key)
    {
        await page.Keyboard.PressAsync("Escape").WaitAsync(_patience);
        await AskAsync<object?>(
            $$"""
            id => {
                const cell = {{Cell("id")}};
                Jupyter.notebook.select(Jupyter.notebook.find_cell_index(cell));
                cell.set_text('');
                Jupyter.notebook.edit_mode();
                cell.focus_editor();
            }
            """,
            cell);
        await page.Keyboard.TypeAsync(text).WaitAsync(_patience);
        await page.Keyboard.PressAsync(key).WaitAsync(_patience);
    }

    /// <summary>The names in the list that opens below what is typed.</summary>
    public async Task<string[]> CompletionsAsync()
    {
        // The classic notebook drops an answer that comes when the editor has lost its focus for a moment: as a reader would, ask again.
        for (var asked = 1; ; asked++)
        {
            try
            {
                await page.WaitForSelectorAsync(".completions option", new() { State = WaitForSelectorState.Attached, Timeout = Patience / 6 });
                break;
            }
            catch (TimeoutException) when (asked < 6)
            {
                await page.Keyboard.PressAsync("Tab").WaitAsync(_patience);
            }
        }

        return await AskAsync<string[]>("() => [...document.querySelectorAll('.completions option')].map(option => option.textContent)");
    }

    /// <summary>What the bubble says that explains a name.</summary>
    public async Task<string> TooltipAsync()
    {
        await UntilAsync("document.querySelector('#tooltip .tooltiptext') && document.querySelector('#tooltip .tooltiptext').textContent.trim() !== ''");
        return await AskAsync<string>("() => document.querySelector('#tooltip .tooltiptext').textContent");
    }

    /// <summary>What the reader reads below a cell.</summary>
    public Task<string> OutputAsync(string cell) => AskAsync<string>($"id => {Cell("id")}.output_area.element.text()", cell);

    /// <summary>The tracebacks of the cells that failed.</summary>
    public Task<string[]> ErrorsAsync() => AskAsync<string[]>(
        """
        () => Jupyter.notebook.get_cells().flatMap(cell => cell.output_area ? cell.output_area.outputs : [])
            .filter(output => output.output_type === 'error').map(output => output.traceback.join('\n'))
        """);

    /// <summary>The numbers in front of the code cells.</summary>
    public Task<int[]> CountsAsync() => AskAsync<int[]>(
        "() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').map(cell => cell.input_prompt_number)");

    /// <summary>The names beside the bars of a cell's chart, from the top.</summary>
    public async Task<string[]> BarLabelsAsync(string cell)
    {
        await page.WaitForFunctionAsync($"id => {Cell("id")}.element[0].querySelector('.js-plotly-plot .bars path')", cell, _patient);
        return await AskAsync<string[]>(
            $"id => [...{Cell("id")}.element[0].querySelectorAll('.js-plotly-plot .ytick text')].map(label => label.textContent)", cell);
    }

    /// <summary>How many bars of a cell's chart are filled and longer than nothing.</summary>
    public Task<int> BarsAsync(string cell) => AskAsync<int>(
        $$"""
        id => [...{{Cell("id")}}.element[0].querySelectorAll('.js-plotly-plot .bars path')]
            .filter(bar => bar.style.fillOpacity === '1' && bar.getBoundingClientRect().width > 0).length
        """,
        cell);

    /// <summary>The predicted times that a cell's chart marks, in seconds, from the top.</summary>
    public Task<double[]> PredictionsAsync(string cell) => AskAsync<double[]>(
        $"id => {Cell("id")}.element[0].querySelector('.js-plotly-plot').data.find(trace => trace.name === 'predicted' && trace.mode === 'markers').x", cell);

    // A script in a page that hangs would never answer.
    private Task<T> AskAsync<T>(string script, object? argument = null) => page.EvaluateAsync<T>(script, argument).WaitAsync(_patience);
}
