using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>Tables as files, to go on with elsewhere. A file of that name is replaced.</summary>
public static class FrameFiles
{
    /// <summary>The columns of <see cref="RunFrame.ToDataFrame"/> as CSV: UTF-8, a heading, commas, decimal points.</summary>
    /// <exception cref="FetchLabException">There is no such folder, or the file cannot be written.</exception>
    public static void SaveCsv(this FetchRun run, string path) => run.ToDataFrame().SaveCsv(path);

    /// <inheritdoc cref="SaveCsv(FetchRun, string)"/>
    /// <param name="frame">Any table.</param>
    /// <param name="path">The file.</param>
    public static void SaveCsv(this DataFrame frame, string path)
    {
        using var file = new StreamWriter(FrameFile.Create(path, "run.csv"));
        CsvFrame.Write(frame, file);
    }

    /// <summary>The columns of <see cref="RunFrame.ToDataFrame"/> as Parquet, with their types; missing values are null.</summary>
    /// <exception cref="FetchLabException">There is no such folder, or the file cannot be written.</exception>
    public static void SaveParquet(this FetchRun run, string path) => run.ToDataFrame().SaveParquet(path);

    /// <inheritdoc cref="SaveParquet(FetchRun, string)"/>
    /// <param name="frame">A table of texts and of numbers with 32 or 64 bits.</param>
    /// <param name="path">The file.</param>
    /// <remarks>It runs on the pool: a notebook's thread may have a context that the writer's continuations would wait for.</remarks>
    public static void SaveParquet(this DataFrame frame, string path) =>
        Task.Run(() => ParquetFrame.SaveAsync(frame, path)).GetAwaiter().GetResult();
}
