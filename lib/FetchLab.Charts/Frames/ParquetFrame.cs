using Microsoft.Data.Analysis;
using Parquet;
using Parquet.Schema;

namespace FetchLab.Charts;

/// <summary>A DataFrame in the Parquet format: one row group, each column with its type.</summary>
internal static class ParquetFrame
{
    public static async Task SaveAsync(DataFrame frame, string path)
    {
        var fields = frame.Columns.Select(Field).ToArray();
        await using var file = FrameFile.Create(path, "run.parquet");
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        foreach (var (field, column) in fields.Zip(frame.Columns))
        {
            await WriteAsync(group, field, column).ConfigureAwait(false);
        }
    }

    private static DataField Field(DataFrameColumn column) => column switch
    {
        StringDataFrameColumn => new DataField<string>(column.Name),
        Int32DataFrameColumn => new DataField<int?>(column.Name),
        Int64DataFrameColumn => new DataField<long?>(column.Name),
        DoubleDataFrameColumn => new DataField<double?>(column.Name),
        _ => throw new FetchLabException(
            $"the column '{column.Name}' holds {column.DataType.Name}, which is not written to Parquet; try numbers or texts."),
    };

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, DataFrameColumn column) => column switch
    {
        StringDataFrameColumn texts => group.WriteAsync(field, texts.ToArray()),
        Int32DataFrameColumn numbers => group.WriteAsync<int>(field, numbers.ToArray()),
        Int64DataFrameColumn numbers => group.WriteAsync<long>(field, numbers.ToArray()),
        _ => group.WriteAsync<double>(field, ((DoubleDataFrameColumn)column).ToArray()),
    };
}
