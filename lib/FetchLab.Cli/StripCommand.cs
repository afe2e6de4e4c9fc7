using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab strip</c>: takes outputs and execution counts out of notebooks, as the repository keeps them.</summary>
internal static class StripCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebooks")
        {
            Description = "Files, folders or patterns; all of notebooks/ where none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("strip", "Takes outputs and execution counts out of notebooks, in place.") { notebooks };
        command.SetAction(parsed =>
        {
            foreach (var job in RunJob.Find(parsed.GetValue(notebooks) is { Length: > 0 } named ? named : RunOptions.Default.Notebooks))
            {
                job.Notebook.Strip();
                NotebookFile.Write(job.Notebook, Path.Combine(job.Folder, job.Name));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
