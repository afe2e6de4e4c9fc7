namespace FetchLab.Notebooks;

/// <summary>One thing that holds for every notebook of the course.</summary>
internal interface INotebookRule
{
    IEnumerable<Finding> Check(CheckedNotebook notebook);
}
