using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>
/// <c>fetchlab strip</c>: mends what can be mended without a question: outputs, execution counts, missing and double ids, indentation
/// and line ends.
/// </summary>
internal static class StripCommand
{
    public static Command Create()
    {
        var notebooks = new NotebooksArgument();
        var command = new Command("strip", "Takes outputs and execution counts out of notebooks, in place, and mends ids and layout.") { notebooks };
        command.SetAction(parsed =>
        {
            foreach (var job in RunJob.Find(notebooks.Read(parsed)))
            {
                job.Notebook.Strip();
                job.Notebook.GiveIds();
                NotebookFile.Write(job.Notebook, Path.Combine(job.Folder, job.Name));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
