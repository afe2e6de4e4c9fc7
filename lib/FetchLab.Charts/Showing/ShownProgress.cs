namespace FetchLab.Charts;

/// <summary>Progress where somebody sees it: in the running cell, updated in place, or else as lines of text.</summary>
internal sealed class ShownProgress
{
    private readonly Action<object> update;

    private ShownProgress(Action<object> update) => this.update = update;

    public static ShownProgress Start(object progress)
    {
        if (RunningCell.Display(progress) is { } inPlace)
            return new(inPlace);
        Console.WriteLine(progress);
        return new(Console.WriteLine);
    }

    public void Update(object progress) => update(progress);
}
