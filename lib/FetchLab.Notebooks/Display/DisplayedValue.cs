using FetchLab.Notebooks;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value on the page, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(MimeBundle data, string[] mimeTypes, CellRun? cell = null)
    {
        _mimeTypes = mimeTypes;
        DisplayId = Guid.NewGuid().ToString("N");
        (cell ?? Displays.Cell)?.Put(new DisplayOutput(data, DisplayId));
    }

    /// <summary>The id under which front ends know it.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place, also from a later cell.</summary>
    public void Update(object? updatedValue) =>
        Displays.Put(new UpdateOutput(ValueFormatter.Format(updatedValue, _mimeTypes), DisplayId));

    /// <summary>Shows another value in its place, as its own type prefers to be shown.</summary>
    internal void Replace(object? value) => Displays.Put(new UpdateOutput(ValueFormatter.Format(value), DisplayId));
}
