namespace FetchLab.Jupyter;

/// <summary>The kernel's own standard error.</summary>
/// <remarks>Not the console's writer: what is written there while a cell runs is that cell's output.</remarks>
internal static class Complaints
{
    private static readonly TextWriter _error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });

    public static void Write(string sentence)
    {
        try
        {
            _error.WriteLine($"fetchlab kernel: {sentence}");
        }
        catch (IOException)
        {
            // Whoever listened is gone; the kernel need not go with it for that.
        }
    }
}
