using System.Buffers.Text;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace FetchLab;

/// <summary>
/// The operating-system threads and the resident memory of this process. On Linux one read of a kernel file with no
/// allocation, because it is read a hundred times a second while allocations are being counted; elsewhere the slower way.
/// </summary>
internal sealed class ProcessStatus : IDisposable
{
    private const string Status = "/proc/self/status";

    private readonly SafeFileHandle? _status = File.Exists(Status) ? File.OpenHandle(Status) : null;

    /// <summary>Both as of now; memory in bytes.</summary>
    public (int Threads, long ResidentBytes) Read() => _status is null ? ReadSlowly() : ReadFrom(_status);

    public void Dispose() => _status?.Dispose();

    private static (int Threads, long ResidentBytes) ReadFrom(SafeFileHandle status)
    {
        Span<byte> text = stackalloc byte[4096];
        text = text[..RandomAccess.Read(status, text, fileOffset: 0)];
        // The file counts in kB and means 1024 bytes.
        return ((int)Number(text, "\nThreads:"u8), Number(text, "\nVmRSS:"u8) * 1024);
    }

    private static long Number(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        var at = text.IndexOf(label);
        var value = at < 0 ? default : text[(at + label.Length)..].TrimStart(" \t"u8);
        return Utf8Parser.TryParse(value, out long number, out _) ? number : 0;
    }

    private static (int Threads, long ResidentBytes) ReadSlowly()
    {
        using var process = Process.GetCurrentProcess();
        return (process.Threads.Count, process.WorkingSet64);
    }
}
