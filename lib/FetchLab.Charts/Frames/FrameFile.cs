namespace FetchLab.Charts;

/// <summary>A file that is about to be written.</summary>
internal static class FrameFile
{
    /// <exception cref="FetchLabException">It cannot be created: no name, no such folder, no permission.</exception>
    public static FileStream Create(string path, string good)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new FetchLabException($"a file needs a name, but it was '{path}'; try '{good}'.");
        try
        {
            return File.Create(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FetchLabException($"'{path}' cannot be written ({error.Message.TrimEnd('.')}); try '{good}'.");
        }
    }
}
