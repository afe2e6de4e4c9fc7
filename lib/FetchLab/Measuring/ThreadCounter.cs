using System.Buffers.Text;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace FetchLab;

/// <summary>
/// The operating-system threads of this process. On Linux one read of a kernel file with no allocation, because it is read
/// a hundred times a second while allocations are being counted; elsewhere the slower list of the threads.
/// </summary>
internal sealed class ThreadCounter : IDisposable
{
    private const string Status = "/proc/self/status";

    private readonly SafeFileHandle? _status = File.Exists(Status) ? File.OpenHandle(Status) : null;

    public int Count() => _status is null ? CountSlowly() : CountFrom(_status);

    public void Dispose() => _status?.Dispose();

    private static int CountFrom(SafeFileHandle status)
    {
        Span<byte> text = stackalloc byte[4096];
        text = text[..RandomAccess.Read(status, text, fileOffset: 0)];
        var label = "\nThreads:\t"u8;
        return Utf8Parser.TryParse(text[(text.IndexOf(label) + label.Length)..], out int threads, out _) ? threads : 0;
    }

    private static int CountSlowly()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }
}
