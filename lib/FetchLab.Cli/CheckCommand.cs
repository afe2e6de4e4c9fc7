using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab check</c>: one line for each thing in a notebook that is not as the course keeps it.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = new NotebooksArgument();
        var command = new Command("check", "Says what in notebooks is not as the course keeps it: file, cell, what is wrong, what to do.") { notebooks };
        command.SetAction(parsed =>
        {
            var found = ExitCode.Ok;
            foreach (var job in RunJob.Find(notebooks.Read(parsed)))
            {
                var path = Path.Combine(job.Folder, job.Name);
                foreach (var finding in NotebookCheck.Check(path))
                {
                    Console.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, path)}: {finding}");
                    found = ExitCode.Failed;
                }
            }

            return found;
        });
        return command;
    }
}
