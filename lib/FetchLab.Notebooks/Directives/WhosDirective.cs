using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary><c>#!whos</c>: the session's C# variables with their types and values.</summary>
internal sealed class WhosDirective : IDirective
{
    private static readonly TableColumn[] _columns = [new("Name", false), new("Type", false), new("Value", false)];

    public IReadOnlyList<string> Names => ["#!whos"];

    public string Sentence => "lists the C# variables with their types and values.";

    // As code of the cell: a value's own ToString says what it is, and may do anything.
    public Task RunAsync(DirectiveCall call) => call.Scope.Run.RunAsync(() =>
    {
        var variables = call.Runner.Chain.Variables;
        Kernel.display(new Table(
            _columns,
            [.. variables.Select(variable => (IReadOnlyList<TableCell>)[variable.Name, TypeName.Of(variable.Type), Text(variable.Value)])],
            variables.Count));
        return Task.CompletedTask;
    });

    private static string Text(object? value)
    {
        try
        {
            return value is null ? "null" : CellText.Of(value);
        }
        catch (Exception error)
        {
            // One value that throws must not hide all the others.
            return $"({error.GetType().Name})";
        }
    }
}
