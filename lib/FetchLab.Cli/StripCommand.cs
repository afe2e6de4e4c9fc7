using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab strip</c>: takes outputs and execution counts out of notebooks, as the repository keeps them.</summary>
internal static class StripCommand
{
    public static Command Create()
    {
        var notebooks = new NotebooksArgument();
        var command = new Command("strip", "Takes outputs and execution counts out of notebooks, in place.") { notebooks };
        command.SetAction(parsed =>
        {
            foreach (var job in RunJob.Find(notebooks.Read(parsed)))
            {
                job.Notebook.Strip();
                NotebookFile.Write(job.Notebook, Path.Combine(job.Folder, job.Name));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
